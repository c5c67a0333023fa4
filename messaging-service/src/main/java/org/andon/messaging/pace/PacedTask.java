package org.andon.messaging.pace;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Does a task on a thread of its own when there is something to do: at once after a rest, and then
 * not again before it has rested. What comes meanwhile is gathered.
 */
public final class PacedTask {
  private static final Logger LOG = Logger.getLogger(PacedTask.class);
  private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

  private final Supplier<Duration> task;
  private final Semaphore work = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param task tells how long to rest after it; does nothing if there is nothing to do
   */
  public PacedTask(String name, Supplier<Duration> task) {
    this.task = task;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** There is something to do. Returns at once. */
  public void nudge() {
    work.release();
  }

  /** Does the task a last time, if that is possible within the limit. */
  public void stop(Duration limit) throws InterruptedException {
    stopped.countDown();
    work.release();
    thread.join(limit);
  }

  private void run() {
    try {
      boolean stop = false;
      while (!stop) {
        work.acquire();
        work.drainPermits();
        stop = stopped.await(runTask().toMillis(), TimeUnit.MILLISECONDS);
      }
      runTask();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration runTask() {
    try {
      return task.get();
    } catch (RuntimeException | Error e) {
      LOG.errorf(e, "a task failed name=%s", thread.getName());
      return REST_AFTER_FAILURE;
    }
  }
}
