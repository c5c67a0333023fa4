package org.andon.auth;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The time, which a test may put forward. */
@Singleton
public class TestClock {

  private final AtomicReference<String> broken = new AtomicReference<>();
  private volatile Duration ahead = Duration.ZERO;

  public void advance(Duration duration) {
    ahead = ahead.plus(duration);
  }

  public void reset() {
    ahead = Duration.ZERO;
  }

  /** The next time that a thread of this name asks for the time, it gets an Error. */
  public void breakOnceFor(String thread) {
    broken.set(thread);
  }

  public boolean isBroken() {
    return broken.get() != null;
  }

  @Produces
  @Singleton
  public Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        var thread = Thread.currentThread().getName();
        if (thread.equals(broken.get()) && broken.compareAndSet(broken.get(), null)) {
          throw new NoClassDefFoundError("as the test says");
        }
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
      }
    };
  }
}
