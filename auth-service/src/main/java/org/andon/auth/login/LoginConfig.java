package org.andon.auth.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a login is answered. */
@ConfigMapping(prefix = "andon.login")
interface LoginConfig {

  /**
   * A refusal is never answered sooner, so that its time does not tell whether there is such an
   * account: an unknown name costs the directory one search, a wrong password a few requests more,
   * and all of them fit into this.
   */
  @WithDefault("1s")
  Duration refusalTime();
}
