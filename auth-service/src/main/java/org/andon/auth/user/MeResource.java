package org.andon.auth.user;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.andon.auth.session.CurrentUser;
import org.andon.auth.session.SessionFailure;
import org.andon.auth.session.Sessions;

/** The caller, as the directory described them at the last login or refresh. */
@Path("/api/auth/me")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class MeResource {

  private final Sessions sessions;
  private final CurrentUser user;

  MeResource(Sessions sessions, CurrentUser user) {
    this.sessions = sessions;
    this.user = user;
  }

  @GET
  public UserView me() {
    return sessions
        .living(user.sessionId())
        .map(session -> UserView.of(session.person()))
        .orElseThrow(SessionFailure.NotLiving::new);
  }
}
