package org.andon.sessions;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A token is good no longer than its session. */
@ApplicationScoped
class RevocationCheck implements SecurityIdentityAugmentor {
  private final RevokedSessions revoked;

  RevocationCheck(RevokedSessions revoked) {
    this.revoked = revoked;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    boolean ended =
        identity.getPrincipal() instanceof JsonWebToken token
            && revoked.contains(token.getClaim("sid"));
    return ended
        ? Uni.createFrom().failure(new AuthenticationFailedException("the session has ended"))
        : Uni.createFrom().item(identity);
  }
}
