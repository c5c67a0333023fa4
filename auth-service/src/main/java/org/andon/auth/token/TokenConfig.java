package org.andon.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What access tokens say of themselves, and the key that signs them. */
@ConfigMapping(prefix = "andon.token")
interface TokenConfig {

  String issuer();

  String audience();

  /** Short, since services that are away from Kafka cannot hear of a revoked session. */
  @WithDefault("10m")
  Duration lifetime();

  /** A file with an RSA private key of at least 2048 bits, PEM, PKCS #8. */
  Path signingKeyLocation();
}
