package org.andon.messaging.pace;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Does tasks over and over, whatever becomes of a turn; Quarkus' scheduler does not tick more often
 * than once a second.
 */
public final class Ticks {
  private static final Logger LOG = Logger.getLogger(Ticks.class);

  private final String name;
  private final ScheduledExecutorService ticks;

  /**
   * @param name of the threads
   * @param atOnce how many tasks may have their turn at the same time
   */
  public Ticks(String name, int atOnce) {
    this.name = name;
    this.ticks =
        Executors.newScheduledThreadPool(atOnce, Thread.ofVirtual().name(name + "-", 0).factory());
  }

  /** Begins to do a task; the period lies between the end of a turn and the next. */
  public void every(Duration period, Runnable task) {
    ScheduledFuture<?> unused =
        ticks.scheduleWithFixedDelay(
            () -> guarded(task), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  public void stop() {
    ticks.shutdownNow();
  }

  /** An executor drops a task that throws; this one is tried again at its next turn. */
  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.errorf(e, "a task failed, and is tried again: ticks=%s", name);
    }
  }
}
