package org.andon.auth.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Verifies tokens with the key that signs them, where other services fetch it from the JWKS. */
@Alternative
@Priority(1)
@ApplicationScoped
class OwnTokenVerification extends JWTCallerPrincipalFactory {

  private final JWTCallerPrincipalFactory verification = new DefaultJWTCallerPrincipalFactory();
  private final SigningKey key;

  OwnTokenVerification(SigningKey key) {
    this.key = key;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo configured)
      throws ParseException {
    var context = new JWTAuthContextInfo(configured);
    context.setPublicVerificationKey(key.publicKey());
    return verification.parse(token, context);
  }
}
