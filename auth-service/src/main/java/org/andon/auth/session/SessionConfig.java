package org.andon.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long sessions last. */
@ConfigMapping(prefix = "andon.session")
interface SessionConfig {

  /** Without a refresh: a shift, so that a tablet left lying is of no use to the next one. */
  @WithDefault("12h")
  Duration idleLifetime();

  /** In all, however busy: a password is asked for once a week. */
  @WithDefault("7d")
  Duration lifetime();

  /** For how long a used refresh token gives its successor again, for tabs that refresh at once. */
  @WithDefault("10s")
  Duration refreshGrace();

  /** Whether the cookie travels over TLS only; false for a plain-HTTP stack on one machine. */
  @WithDefault("true")
  boolean cookieSecure();
}
