package org.andon.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must not stand in a database as it is: AES-256-GCM, bound to what it belongs to.
 */
public final class KeyCipher {
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] NONE = {};
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  private KeyCipher(SecretKey key) {
    this.key = key;
  }

  /**
   * @param setting its name, and with {@code -location} after it that of the file
   * @param base64 256 bits; whitespace around them is ignored, as files end with a line break
   * @param file looked into where the setting itself is not given
   * @throws IllegalStateException if no key is given, or none that is one
   */
  public static KeyCipher of(String setting, Optional<String> base64, Optional<Path> file) {
    byte[] bytes =
        base64.or(() -> file.map(it -> read(setting, it))).map(KeyCipher::decoded).orElse(NONE);
    if (bytes.length != KEY_BYTES) {
      throw new IllegalStateException(
          setting
              + " (or -location) must be 32 random bytes in Base64, such as"
              + " 'openssl rand -base64 32' prints");
    }
    return new KeyCipher(new SecretKeySpec(bytes, "AES"));
  }

  private static String read(String setting, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(setting + "-location", e);
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException _) {
      return NONE;
    }
  }

  /** Nonce, ciphertext and tag. */
  public byte[] encrypt(byte[] secret, String context) {
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
  public byte[] decrypt(byte[] encrypted, String context) throws GeneralSecurityException {
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
