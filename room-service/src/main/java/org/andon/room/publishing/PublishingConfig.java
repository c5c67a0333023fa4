package org.andon.room.publishing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How room events reach Kafka. */
@ConfigMapping(prefix = "andon.publishing")
interface PublishingConfig {
  /** How long a change may wait at most when the pod that made it died before sending. */
  @WithDefault("1s")
  Duration sweepInterval();

  /** Changes sent in one go, so that a watermark moves now and then after Kafka was away. */
  @WithDefault("500")
  int batchSize();

  /**
   * How large the changes sent in one go may be together; one may pass it, which is less than a
   * megabyte. Bounds memory, and stays well within the producer's buffer of 32 MB.
   */
  @WithDefault("8M")
  MemorySize batchBytes();

  /**
   * How long one attempt may take before it is given up and tried anew; must stay below the
   * transaction timeout, because the room stays reserved for this pod meanwhile.
   */
  @WithDefault("10s")
  Duration deliveryTimeout();
}
