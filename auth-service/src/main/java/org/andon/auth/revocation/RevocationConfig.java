package org.andon.auth.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How revocations reach Kafka. */
@ConfigMapping(prefix = "andon.revocation")
interface RevocationConfig {

  /**
   * How long a revocation waits at most for another pod when the one that made it died before
   * sending: every service is to know within two seconds.
   */
  @WithDefault("1s")
  Duration sweepInterval();

  /**
   * How much longer than it says a token may be taken: services allow a minute of difference
   * between clocks, and their own may be late as well.
   */
  @WithDefault("2m")
  Duration clockSkew();

  /** Revocations sent in one go; bounds memory after Kafka was away. */
  @WithDefault("500")
  int batchSize();

  /**
   * How long one attempt may take before it is given up and tried anew; below the transaction
   * timeout, because what is sent stays reserved for this pod meanwhile.
   */
  @WithDefault("10s")
  Duration deliveryTimeout();

  /**
   * A loop that has not turned for so long is stuck, and the pod better restarted: several times
   * what Kafka ({@link #deliveryTimeout}) or the database (10 s a statement) may take.
   */
  @WithDefault("90s")
  Duration stuckAfter();
}
