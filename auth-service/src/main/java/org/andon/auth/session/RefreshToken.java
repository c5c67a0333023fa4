package org.andon.auth.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a browser proves its session with: 256 bits nobody can guess. The database has its hash
 * only.
 *
 * <p>A successor follows from the token and a salt of the database's. So the same one can be given
 * again without being kept, and neither the token nor the database alone tells it.
 */
public record RefreshToken(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String HMAC = "HmacSHA256";
  private static final int BYTES = 32;

  static RefreshToken random() {
    return new RefreshToken(BASE64.encodeToString(randomBytes()));
  }

  static byte[] salt() {
    return randomBytes();
  }

  RefreshToken successor(byte[] salt) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(bytes(), HMAC));
      return new RefreshToken(BASE64.encodeToString(mac.doFinal(salt)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  String hash() {
    try {
      return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Never the token: records are printed by logs and debuggers. */
  @Override
  public String toString() {
    return "RefreshToken[…]";
  }

  private byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] randomBytes() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
