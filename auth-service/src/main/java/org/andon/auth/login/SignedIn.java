package org.andon.auth.login;

import java.util.UUID;
import org.andon.auth.session.Session;
import org.andon.auth.token.AccessToken;
import org.andon.auth.user.UserView;

/**
 * The answer to a login or refresh.
 *
 * @param expiresIn seconds
 */
record SignedIn(
    String accessToken, String tokenType, long expiresIn, UUID sessionId, UserView user) {

  static SignedIn of(Session session, AccessToken token) {
    return new SignedIn(
        token.value(),
        "Bearer",
        token.lifetime().toSeconds(),
        session.id(),
        UserView.of(session.person()));
  }
}
