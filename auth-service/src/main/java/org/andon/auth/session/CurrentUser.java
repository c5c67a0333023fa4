package org.andon.auth.session;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes this request, by the verified token and nothing else. */
@RequestScoped
public class CurrentUser {

  static final String SESSION_CLAIM = "sid";

  private final JsonWebToken token;

  CurrentUser(JsonWebToken token) {
    this.token = token;
  }

  public String userId() {
    return token.getSubject();
  }

  public UUID sessionId() {
    return UUID.fromString(token.getClaim(SESSION_CLAIM));
  }
}
