package org.andon.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What access tokens say of themselves, and where the keys that sign them come from. */
@ConfigMapping(prefix = "andon.token")
interface TokenConfig {

  String issuer();

  String audience();

  /** Short, since services that are away from Kafka cannot hear of a revoked session. */
  @WithDefault("10m")
  Duration lifetime();

  /**
   * A key given whole: a file with an RSA private key of at least 2048 bits, PEM, PKCS #8. Without
   * it keys are made and rotated by the service itself.
   */
  Optional<Path> signingKeyLocation();

  /** Further such files: keys that are published and accepted, to change the signing one over. */
  Optional<List<Path>> otherKeyLocations();

  /** How often keys are read anew, and made when it is time. */
  Duration keyCheckInterval();

  Keys keys();

  /** Keys of the service's own, kept in its database. */
  interface Keys {

    /** 256 bits in Base64, by which keys are encrypted in the database; the same in every pod. */
    Optional<String> encryptionKey();

    /** A file with it. */
    Optional<Path> encryptionKeyLocation();

    /** How long a key signs. */
    @WithDefault("30d")
    Duration rotation();

    /** How long a key is published before it signs: services ask for keys every hour at most. */
    @WithDefault("2h")
    Duration announcement();
  }
}
