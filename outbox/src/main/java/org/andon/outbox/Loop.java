package org.andon.outbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does one round after another in a thread of its own, whatever becomes of any of them. */
final class Loop {
  private static final Logger LOG = Logger.getLogger(Loop.class);

  /** So that what fails at once does not fail all the time. */
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final String name;
  private final Round round;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile long turnedAt = System.nanoTime();

  /**
   * What a loop does each time. One that goes on for long says {@link Loop#turned} now and then.
   */
  @FunctionalInterface
  interface Round {
    void run(Loop loop) throws InterruptedException;
  }

  Loop(String name, Thread.Builder builder, Round round) {
    this.name = name;
    this.round = round;
    this.thread = builder.name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Notes that the loop is not stuck. */
  void turned() {
    turnedAt = System.nanoTime();
  }

  Duration sinceTurned() {
    return Duration.ofNanos(System.nanoTime() - turnedAt);
  }

  /** Makes this round the last one. Without an interrupt, which would break a connection in use. */
  void stop() {
    stopping.countDown();
  }

  /** Whether the last round has ended within the time. */
  boolean join(Duration limit) throws InterruptedException {
    return thread.join(limit);
  }

  private void run() {
    try {
      while (!isStopping()) {
        turned();
        if (!succeeds()) {
          boolean unused = stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // Errors too: memory that ran out for one batch must not end the work for good.
  private boolean succeeds() throws InterruptedException {
    try {
      round.run(this);
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      LOG.warnf("round failed: loop=%s reason=%s", name, e.toString());
      return false;
    } catch (Throwable e) {
      LOG.errorf(e, "round failed: loop=%s", name);
      return false;
    }
  }
}
