package org.andon.sessions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How ended sessions are kept in mind. */
@ConfigMapping(prefix = "andon.sessions")
interface SessionConfig {
  /**
   * Ended sessions whose tokens have not expired by themselves yet, about 100 bytes each; far more
   * than end within a token's ten minutes. Beyond it the least asked for are forgotten.
   */
  @WithDefault("200000")
  int maxRevoked();

  /**
   * How long a start waits for the sessions that ended before it. Longer than Kafka needs; while
   * Kafka is away, the service starts without rather than not at all.
   */
  @WithDefault("5s")
  Duration startLimit();

  /**
   * After how long without a word to Kafka the feed counts as stuck, and the pod as dead. Longer
   * than one takes while Kafka is away.
   */
  @WithDefault("2m")
  Duration stuckAfter();
}
