package org.andon.auth.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;

/** A key pair that signs from some time on, and is published before. */
final class SigningKey {

  private final RSAPrivateCrtKey privateKey;
  private final RsaJsonWebKey publicKey;
  private final Instant signsFrom;

  private SigningKey(RSAPrivateCrtKey privateKey, RsaJsonWebKey publicKey, Instant signsFrom) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.signsFrom = signsFrom;
  }

  static SigningKey of(RSAPrivateCrtKey key, Instant signsFrom) {
    try {
      var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      var jwk =
          new RsaJsonWebKey((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
      jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
      jwk.setUse("sig");
      jwk.setAlgorithm("RS256");
      return new SigningKey(key, jwk, signsFrom);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }

  RSAPrivateCrtKey privateKey() {
    return privateKey;
  }

  RSAPublicKey publicKey() {
    return publicKey.getRsaPublicKey();
  }

  Instant signsFrom() {
    return signsFrom;
  }

  /** The key's thumbprint (RFC 7638). */
  String id() {
    return publicKey.getKeyId();
  }

  /** The public key as a JWK (RFC 7517). */
  Map<String, Object> jwk() {
    return publicKey.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }
}
