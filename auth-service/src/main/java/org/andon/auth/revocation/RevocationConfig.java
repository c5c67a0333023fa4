package org.andon.auth.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a revocation says. */
@ConfigMapping(prefix = "andon.revocation")
interface RevocationConfig {

  /**
   * How much longer than it says a token may be taken: services allow a minute of difference
   * between clocks, and their own may be late as well.
   */
  @WithDefault("2m")
  Duration clockSkew();
}
