package org.andon.launcher.stack;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The key pair that web push is sent with, each in base64url, as every tool for it writes them.
 *
 * @param publicKey the uncompressed P-256 point
 * @param privateKey the number
 */
record VapidKeys(String publicKey, String privateKey) {
  private static final int POINT_BYTES = 65;
  private static final int NUMBER_BYTES = 32;

  static VapidKeys generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      // An X.509 key of this curve ends in the point.
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] point = Arrays.copyOfRange(encoded, encoded.length - POINT_BYTES, encoded.length);
      return new VapidKeys(
          base64url(point), base64url(number(((ECPrivateKey) pair.getPrivate()).getS())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without the sign, and with its leading zeros. */
  private static byte[] number(BigInteger number) {
    byte[] digits = number.toByteArray();
    byte[] fixed = new byte[NUMBER_BYTES];
    int length = Math.min(digits.length, NUMBER_BYTES);
    System.arraycopy(digits, digits.length - length, fixed, NUMBER_BYTES - length, length);
    return fixed;
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
