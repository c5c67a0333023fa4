package org.andon.messaging.dossier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The keys and the limits of dossiers. */
@ConfigMapping(prefix = "andon.messaging.dossier")
interface DossierConfig {
  Keys keys();

  /** Dossiers that a pod sends at once: each holds a thread for as long as it takes. */
  @WithDefault("2")
  int atOncePerPod();

  /** Dossiers of one user that a pod sends at once. */
  @WithDefault("1")
  int atOncePerUser();

  /** Events of a dossier: a manifest has 190 bytes for each, in memory while it is made. */
  @WithDefault("100000")
  int events();

  /** Files of a dossier. */
  @WithDefault("5000")
  int files();

  /** Events that are read at once. */
  @WithDefault("500")
  int page();

  /** A reader who takes no piece of it for so long is gone. */
  @WithDefault("30s")
  Duration pieceTime();

  /** Keys of the service's own, kept in its database. */
  interface Keys {
    /** 256 bits in Base64, by which keys are encrypted in the database; the same in every pod. */
    Optional<String> encryptionKey();

    /** A file with it. */
    Optional<Path> encryptionKeyLocation();

    /** How long a key seals: long, since whoever compares keys by hand has to know them all. */
    @WithDefault("365d")
    Duration rotation();
  }
}
