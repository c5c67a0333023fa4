package org.andon.auth.throttle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a few at once into the database: a flood of logins must not take all its connections. */
@ApplicationScoped
class Bulkhead {

  private final Semaphore turns;
  private final long timeoutMillis;

  Bulkhead(ThrottleConfig config) {
    this.turns = new Semaphore(config.atOnce(), true);
    this.timeoutMillis = config.turnTimeout().toMillis();
  }

  /**
   * @throws ThrottleBusy when there is no turn in time
   */
  <T> T call(Supplier<T> work) {
    if (!hasTurn()) {
      throw new ThrottleBusy();
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private boolean hasTurn() {
    try {
      return turns.tryAcquire(timeoutMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
