package org.andon.messaging.fanout;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.pace.Ticks;

/** What happens over and over here. */
@ApplicationScoped
class FanoutTicks {
  private static final int TASKS = 3;

  private final Ticks ticks = new Ticks("fanout", TASKS);
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
    ticks.every(config.storeWatermarksEvery(), watermarks::store);
    ticks.every(config.fillGapsEvery(), gaps::fill);
    ticks.every(config.sweepEvery(), sweeper::sweep);
  }

  void stop(@Observes ShutdownEvent event) {
    ticks.stop();
  }
}
