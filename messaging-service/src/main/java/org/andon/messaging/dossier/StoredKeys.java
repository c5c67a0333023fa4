package org.andon.messaging.dossier;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.andon.database.KeyCipher;
import org.andon.dossier.PublicSealingKey;
import org.andon.dossier.SealingKey;

/** The SQL of keys; a transaction is the caller's matter. */
final class StoredKeys {
  private final KeyCipher cipher;

  StoredKeys(KeyCipher cipher) {
    this.cipher = cipher;
  }

  record Stored(SealingKey key, Instant madeAt) {}

  /** From here to the end of the transaction no other pod makes a key. */
  void lock(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('dossier_keys'))")) {
      lock.execute();
    }
  }

  /** The one that seals now. */
  Optional<Stored> signing(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT * FROM dossier_keys WHERE encrypted_key IS NOT NULL");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      PublicSealingKey key = new PublicSealingKey(row.getString("public_key"));
      return Optional.of(
          new Stored(
              new SealingKey(decrypted(row.getBytes("encrypted_key"), key), key),
              row.getTimestamp("made_at").toInstant()));
    }
  }

  private PrivateKey decrypted(byte[] encrypted, PublicSealingKey key) {
    try {
      byte[] encoded = cipher.decrypt(encrypted, key.id());
      return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the key that seals dossiers was encrypted by another"
              + " andon.messaging.dossier.keys.encryption-key, or changed: set the former one"
              + " again, or 'UPDATE dossier_keys SET encrypted_key = NULL', which has a new key"
              + " made and keeps the old one's public half",
          e);
    }
  }

  /** In the order in which they were made. */
  List<PublicSealingKey> all(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT public_key FROM dossier_keys ORDER BY made_at, key_id");
        ResultSet row = select.executeQuery()) {
      List<PublicSealingKey> keys = new ArrayList<>();
      while (row.next()) {
        keys.add(new PublicSealingKey(row.getString(1)));
      }
      return keys;
    }
  }

  /** It seals from now on; of the one before only the public half is kept. */
  void succeed(Connection connection, SealingKey key, Instant now) throws SQLException {
    try (PreparedStatement retire =
            connection.prepareStatement(
                "UPDATE dossier_keys SET encrypted_key = NULL WHERE encrypted_key IS NOT NULL");
        PreparedStatement add =
            connection.prepareStatement(
                "INSERT INTO dossier_keys (key_id, made_at, public_key, encrypted_key)"
                    + " VALUES (?, ?, ?, ?)")) {
      retire.executeUpdate();
      add.setString(1, key.publicKey().id());
      add.setTimestamp(2, Timestamp.from(now));
      add.setString(3, key.publicKey().x());
      add.setBytes(4, cipher.encrypt(key.privateKey().getEncoded(), key.publicKey().id()));
      add.executeUpdate();
    }
  }
}
