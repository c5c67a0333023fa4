package org.andon.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM, bound to what the ciphertext belongs to. */
final class KeyCipher {

  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  private KeyCipher(SecretKey key) {
    this.key = key;
  }

  /**
   * @param base64 256 bits; whitespace around them is ignored, as files end with a line break
   */
  static KeyCipher of(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException _) {
      bytes = new byte[0];
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalStateException(
          "andon.token.keys.encryption-key must be 32 random bytes in Base64, such as"
              + " 'openssl rand -base64 32' prints");
    }
    return new KeyCipher(new SecretKeySpec(bytes, "AES"));
  }

  /** Nonce, ciphertext and tag. */
  byte[] encrypt(byte[] secret, String context) {
    try {
      var nonce = new byte[NONCE_BYTES];
      RANDOM.nextBytes(nonce);
      var encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(secret);
      return ByteBuffer.allocate(NONCE_BYTES + encrypted.length).put(nonce).put(encrypted).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + TRANSFORMATION, e);
    }
  }

  /**
   * @throws GeneralSecurityException if it was encrypted by another key, for another context, or
   *     changed since
   */
  byte[] decrypt(byte[] encrypted, String context) throws GeneralSecurityException {
    var buffer = ByteBuffer.wrap(encrypted);
    var nonce = new byte[Math.min(NONCE_BYTES, encrypted.length)];
    buffer.get(nonce);
    var rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(rest);
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(UTF_8));
    return cipher;
  }
}
