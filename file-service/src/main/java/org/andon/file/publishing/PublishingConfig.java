package org.andon.file.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How file events reach Kafka. */
@ConfigMapping(prefix = "andon.publishing")
interface PublishingConfig {
  /** How long an upload may wait at most when the pod that took it died before sending. */
  @WithDefault("1s")
  Duration sweepInterval();

  /** Uploads announced in one go; bounds memory after Kafka was away. */
  @WithDefault("200")
  int batchSize();

  /**
   * How long one attempt may take before it is given up and tried anew; must stay below the
   * transaction timeout, because the files stay reserved for this pod meanwhile.
   */
  @WithDefault("10s")
  Duration deliveryTimeout();
}
