package org.andon.auth.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Verifies tokens with the keys that sign them, where other services fetch it from the JWKS. */
@Alternative
@Priority(1)
@ApplicationScoped
class OwnTokenVerification extends JWTCallerPrincipalFactory {

  private final JWTCallerPrincipalFactory verification = new DefaultJWTCallerPrincipalFactory();
  private final KeyRing keys;

  OwnTokenVerification(KeyRing keys) {
    this.keys = keys;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo configured)
      throws ParseException {
    var context = new JWTAuthContextInfo(configured);
    var key = keys.byId(keyId(token)).orElseThrow(() -> new ParseException("no key of ours"));
    context.setPublicVerificationKey(key.publicKey());
    return verification.parse(token, context);
  }

  private static String keyId(String token) throws ParseException {
    try {
      var signed = new JsonWebSignature();
      signed.setCompactSerialization(token);
      return signed.getKeyIdHeaderValue();
    } catch (JoseException e) {
      throw new ParseException("no signed token", e);
    }
  }
}
