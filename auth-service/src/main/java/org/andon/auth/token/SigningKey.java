package org.andon.auth.token;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * The key pair of this installation, the same in every pod; without it the service does not start.
 */
@Startup
@Singleton
class SigningKey {

  private static final int MINIMUM_BITS = 2048;

  private final RSAPrivateCrtKey privateKey;
  private final RsaJsonWebKey publicKey;

  SigningKey(TokenConfig config) {
    var location = config.signingKeyLocation();
    try {
      if (!(KeyUtils.decodePrivateKey(Files.readString(location)) instanceof RSAPrivateCrtKey key)
          || key.getModulus().bitLength() < MINIMUM_BITS) {
        throw new IllegalStateException(
            location + " must hold an RSA key of at least " + MINIMUM_BITS + " bits");
      }
      this.privateKey = key;
      this.publicKey = publish(key);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "andon.token.signing-key-location: " + location + " is not a readable PKCS #8 PEM file",
          e);
    }
  }

  private static RsaJsonWebKey publish(RSAPrivateCrtKey key) throws GeneralSecurityException {
    var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
    var jwk = new RsaJsonWebKey((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
    jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
    jwk.setUse("sig");
    jwk.setAlgorithm("RS256");
    return jwk;
  }

  RSAPrivateCrtKey privateKey() {
    return privateKey;
  }

  RSAPublicKey publicKey() {
    return publicKey.getRsaPublicKey();
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
