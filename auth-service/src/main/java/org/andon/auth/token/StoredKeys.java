package org.andon.auth.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.andon.database.KeyCipher;

/** The table of signing keys; a transaction is the caller's matter. */
final class StoredKeys {

  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('signing_keys'))";
  private static final String LOAD =
      "select key_id, signs_from, encrypted_key from signing_keys order by signs_from, key_id";
  private static final String ADD =
      "insert into signing_keys (key_id, signs_from, encrypted_key) values (?, ?, ?)";
  private static final String REMOVE = "delete from signing_keys where key_id = ?";

  private final DataSource database;
  private final KeyCipher cipher;

  StoredKeys(DataSource database, KeyCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /** From here to the end of the transaction no other pod adds or removes a key. */
  void lock() {
    execute(LOCK);
  }

  /** In the order in which they sign. */
  List<SigningKey> load() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LOAD);
        ResultSet rows = select.executeQuery()) {
      List<SigningKey> keys = new ArrayList<>();
      while (rows.next()) {
        var signsFrom = rows.getObject(2, OffsetDateTime.class).toInstant();
        keys.add(decrypted(rows.getString(1), signsFrom, rows.getBytes(3)));
      }
      return keys;
    } catch (SQLException e) {
      throw new KeyStoreException(e);
    }
  }

  private SigningKey decrypted(String id, Instant signsFrom, byte[] encrypted) {
    try {
      var encoded = new PKCS8EncodedKeySpec(cipher.decrypt(encrypted, context(id, signsFrom)));
      var key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded);
      return SigningKey.of(key, signsFrom);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the signing keys in the database were encrypted by another"
              + " andon.token.keys.encryption-key, or changed: set the former key again, or empty"
              + " the table signing_keys, which makes everybody's browser ask for a new token",
          e);
    }
  }

  void add(SigningKey key) {
    var encrypted =
        cipher.encrypt(key.privateKey().getEncoded(), context(key.id(), key.signsFrom()));
    execute(ADD, key.id(), key.signsFrom().atOffset(ZoneOffset.UTC), encrypted);
  }

  void remove(SigningKey key) {
    execute(REMOVE, key.id());
  }

  /** So that no key can be made to sign at another time, by changing its row. */
  private static String context(String id, Instant signsFrom) {
    return id + "|" + signsFrom.toEpochMilli();
  }

  private void execute(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new KeyStoreException(e);
    }
  }
}
