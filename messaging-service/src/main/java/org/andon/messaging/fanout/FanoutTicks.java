package org.andon.messaging.fanout;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.andon.messaging.MessagingConfig;
import org.jboss.logging.Logger;

/**
 * What happens over and over here; Quarkus' scheduler does not tick more often than once a second.
 */
@ApplicationScoped
class FanoutTicks {
  private static final Logger LOG = Logger.getLogger(FanoutTicks.class);
  private static final int TASKS = 3;

  private final ScheduledExecutorService ticks =
      Executors.newScheduledThreadPool(TASKS, Thread.ofVirtual().name("fanout-", 0).factory());
  private final Watermarks watermarks;
  private final GapFiller gaps;
  private final RepublishSweeper sweeper;
  private final MessagingConfig.Publishing config;

  FanoutTicks(
      Watermarks watermarks, GapFiller gaps, RepublishSweeper sweeper, MessagingConfig config) {
    this.watermarks = watermarks;
    this.gaps = gaps;
    this.sweeper = sweeper;
    this.config = config.publishing();
  }

  void start(@Observes StartupEvent event) {
    every(config.storeWatermarksEvery(), watermarks::store);
    every(config.fillGapsEvery(), gaps::fill);
    every(config.sweepEvery(), sweeper::sweep);
  }

  void stop(@Observes ShutdownEvent event) {
    ticks.shutdownNow();
  }

  private void every(Duration period, Runnable task) {
    ScheduledFuture<?> unused =
        ticks.scheduleWithFixedDelay(
            () -> guarded(task), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** An executor drops a task that throws; this one is tried again at its next turn. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("a fan-out task failed, and is tried again", e);
    }
  }
}
