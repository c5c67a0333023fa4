package org.andon.room.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How room events reach Kafka. */
@ConfigMapping(prefix = "andon.publishing")
interface PublishingConfig {
  /** How long a change may wait at most when the pod that made it died before sending. */
  @WithDefault("1s")
  Duration sweepInterval();

  /** Changes sent in one go; bounds memory after Kafka was away. */
  @WithDefault("500")
  int batchSize();

  /**
   * How long one attempt may take before it is given up and tried anew; must stay below the
   * transaction timeout, because the room stays reserved for this pod meanwhile.
   */
  @WithDefault("10s")
  Duration deliveryTimeout();
}
