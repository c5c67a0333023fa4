package org.andon.room.loop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is asked of loops. */
@ConfigMapping(prefix = "andon.loop")
interface LoopConfig {
  /**
   * After how long without a turn a loop counts as stuck, and the pod as dead. Longer than one turn
   * takes while the database or Kafka is away: each gives up within a minute.
   */
  @WithDefault("2m")
  Duration stuckAfter();
}
