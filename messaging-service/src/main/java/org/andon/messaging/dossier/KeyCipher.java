package org.andon.messaging.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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
   * @throws IllegalStateException if no key is given, or none that is one
   */
  static KeyCipher of(DossierConfig.Keys config) {
    String base64 =
        config
            .encryptionKey()
            .or(() -> config.encryptionKeyLocation().map(KeyCipher::read))
            .orElseThrow(KeyCipher::noKey);
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException _) {
      throw noKey();
    }
    if (bytes.length != KEY_BYTES) {
      throw noKey();
    }
    return new KeyCipher(new SecretKeySpec(bytes, "AES"));
  }

  private static IllegalStateException noKey() {
    return new IllegalStateException(
        "andon.messaging.dossier.keys.encryption-key (or -location) must be 32 random bytes in"
            + " Base64, such as 'openssl rand -base64 32' prints");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("andon.messaging.dossier.keys.encryption-key-location", e);
    }
  }

  /** Nonce, ciphertext and tag. */
  byte[] encrypt(byte[] secret, String context) {
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      RANDOM.nextBytes(nonce);
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(secret);
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
    ByteBuffer buffer = ByteBuffer.wrap(encrypted);
    byte[] nonce = new byte[Math.min(NONCE_BYTES, encrypted.length)];
    buffer.get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(rest);
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(UTF_8));
    return cipher;
  }
}
