package org.andon.dossier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The public half of an Ed25519 key that seals dossiers.
 *
 * @param x its 32 bytes (RFC 8032), in Base64url as in a JWK (RFC 8037)
 */
public record PublicSealingKey(String x) {
  static final String ALGORITHM = "Ed25519";
  private static final int BYTES = 32;

  /** What stands before the key's own bytes in its X.509 form (RFC 8410). */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  public PublicSealingKey {
    if (Base64.getUrlDecoder().decode(x).length != BYTES) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
    }
  }

  public static PublicSealingKey of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length);
    return new PublicSealingKey(Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
  }

  /** The key's thumbprint (RFC 7638). */
  public String id() {
    String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Sha256.of(members.getBytes(US_ASCII)));
  }

  /** The key as a JWK (RFC 7517). */
  public Map<String, String> jwk() {
    Map<String, String> jwk = new LinkedHashMap<>();
    jwk.put("kty", "OKP");
    jwk.put("crv", ALGORITHM);
    jwk.put("x", x);
    jwk.put("kid", id());
    jwk.put("use", "sig");
    jwk.put("alg", "EdDSA");
    return jwk;
  }

  boolean signed(byte[] content, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(publicKey());
      verifier.update(content);
      return verifier.verify(signature);
    } catch (GeneralSecurityException _) {
      // Not a point of the curve, or not even as long as a signature is.
      return false;
    }
  }

  private PublicKey publicKey() throws GeneralSecurityException {
    byte[] raw = Base64.getUrlDecoder().decode(x);
    byte[] encoded =
        ByteBuffer.allocate(X509_PREFIX.length + raw.length).put(X509_PREFIX).put(raw).array();
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
  }
}
