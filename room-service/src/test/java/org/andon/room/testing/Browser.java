package org.andon.room.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser that has subscribed, and reads what only it can: RFC 8291 from the other side. */
public final class Browser {
  private static final int NUMBER_BYTES = 32;
  private static final int POINT_BYTES = 65;
  private static final int SALT_BYTES = 16;
  private static final int HEADER_BYTES = SALT_BYTES + 5;

  private final String name = UUID.randomUUID().toString();
  private final byte[] auth = new byte[SALT_BYTES];
  private final KeyPair keys;

  public Browser() {
    new SecureRandom().nextBytes(auth);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The last part of its address. */
  public String name() {
    return name;
  }

  /** As {@code JSON.stringify} writes a PushSubscription. */
  public Map<String, Object> subscription(String endpoint) {
    Map<String, Object> subscription = new HashMap<>();
    subscription.put("endpoint", endpoint);
    subscription.put("expirationTime", null);
    subscription.put("keys", Map.of("p256dh", base64url(point()), "auth", base64url(auth)));
    return subscription;
  }

  /** The text of a message. */
  public String decrypt(byte[] body) {
    try {
      byte[] salt = new byte[SALT_BYTES];
      byte[] senderPoint = new byte[POINT_BYTES];
      ByteBuffer message = ByteBuffer.wrap(body).get(salt).position(HEADER_BYTES).get(senderPoint);
      byte[] sealed = new byte[message.remaining()];
      message.get(sealed);

      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(keys.getPrivate());
      agreement.doPhase(key(senderPoint), true);
      byte[] both = bytes("WebPush: info\0".getBytes(US_ASCII), point(), senderPoint);
      byte[] secret = derive(agreement.generateSecret(), auth, both, NUMBER_BYTES);
      byte[] key = derive(secret, salt, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
      byte[] nonce = derive(secret, salt, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);

      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      String text = new String(cipher.doFinal(sealed), UTF_8);
      return text.substring(0, text.lastIndexOf('\u0002'));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(info, length));
  }

  private byte[] point() {
    ECPoint point = ((ECPublicKey) keys.getPublic()).getW();
    return bytes(new byte[] {4}, number(point.getAffineX()), number(point.getAffineY()));
  }

  private ECPublicKey key(byte[] point) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint w =
        new ECPoint(
            new BigInteger(1, point, 1, NUMBER_BYTES),
            new BigInteger(1, point, 1 + NUMBER_BYTES, NUMBER_BYTES));
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(new ECPublicKeySpec(w, curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static byte[] number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, NUMBER_BYTES);
    return ByteBuffer.allocate(NUMBER_BYTES)
        .position(NUMBER_BYTES - length)
        .put(bytes, bytes.length - length, length)
        .array();
  }

  private static byte[] bytes(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(parts[0].length + parts[1].length + parts[2].length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
