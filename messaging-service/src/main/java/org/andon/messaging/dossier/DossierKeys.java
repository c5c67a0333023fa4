package org.andon.messaging.dossier;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.andon.database.KeyCipher;
import org.andon.dossier.PublicSealingKey;
import org.andon.dossier.SealingKey;
import org.andon.messaging.dossier.StoredKeys.Stored;
import org.jboss.logging.Logger;

/**
 * The keys of this installation, the same in every pod. A key is published from the moment it is
 * made; all of them stay published.
 */
@Startup
@ApplicationScoped
class DossierKeys {
  private static final Logger LOG = Logger.getLogger(DossierKeys.class);

  private final AgroalDataSource dataSource;
  private final StoredKeys stored;
  private final Duration rotation;

  DossierKeys(AgroalDataSource dataSource, DossierConfig config) {
    this.dataSource = dataSource;
    this.stored = new StoredKeys(cipher(config.keys()));
    this.rotation = config.keys().rotation();
  }

  private static KeyCipher cipher(DossierConfig.Keys config) {
    return KeyCipher.of(
        "andon.messaging.dossier.keys.encryption-key",
        config.encryptionKey(),
        config.encryptionKeyLocation());
  }

  /** A wrong encryption key is seen when a pod starts, not when somebody needs a dossier. */
  @PostConstruct
  void haveOne() {
    try {
      LOG.debugf("dossiers are sealed by key_id=%s", signing());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one that seals now; made if there is none, or its time is over. */
  SealingKey signing() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Instant now = Instant.now();
      Optional<Stored> current = stored.signing(connection);
      return current.isPresent() && !isOver(current.get(), now)
          ? current.get().key()
          : successor(connection, now);
    }
  }

  private boolean isOver(Stored key, Instant now) {
    return key.madeAt().plus(rotation).isBefore(now);
  }

  private SealingKey successor(Connection connection, Instant now) throws SQLException {
    connection.setAutoCommit(false);
    try {
      stored.lock(connection);
      Optional<Stored> current = stored.signing(connection);
      SealingKey key;
      if (current.isPresent() && !isOver(current.get(), now)) {
        key = current.get().key();
      } else {
        key = generate();
        stored.succeed(connection, key, now);
        LOG.infof("dossiers are sealed by a new key key_id=%s", key);
      }
      connection.commit();
      return key;
    } catch (Throwable e) {
      connection.rollback();
      throw e;
    }
  }

  List<PublicSealingKey> published() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return stored.all(connection);
    }
  }

  private static SealingKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SealingKey(pair.getPrivate(), PublicSealingKey.of(pair.getPublic()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }
}
