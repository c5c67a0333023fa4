package org.andon.auth.session;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.andon.auth.page.PageRules;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A token outlives its session by minutes; here, where the sessions are, it is refused at once. */
@ApplicationScoped
class LivingSessionCheck implements SecurityIdentityAugmentor {

  private final Sessions sessions;

  LivingSessionCheck(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? context.runBlocking(() -> requireLiving(identity, token))
        : Uni.createFrom().item(identity);
  }

  private SecurityIdentity requireLiving(SecurityIdentity identity, JsonWebToken token) {
    String id = token.getClaim(CurrentUser.SESSION_CLAIM);
    if (id == null
        || !id.matches(PageRules.UUID_PATTERN)
        || sessions.living(UUID.fromString(id)).isEmpty()) {
      throw new AuthenticationFailedException();
    }
    return identity;
  }
}
