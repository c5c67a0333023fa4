package org.andon.auth.session;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.andon.auth.page.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The caller's own sessions. */
@Path("/api/auth/sessions")
@Authenticated
@RunOnVirtualThread
class SessionResource {

  private static final String UUID_PATTERN = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

  /** Later than every session id there is. */
  private static final String NO_CURSOR = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  private final Sessions sessions;
  private final CurrentUser user;

  SessionResource(Sessions sessions, CurrentUser user) {
    this.sessions = sessions;
    this.user = user;
  }

  @GET
  public Page<SessionView> list(
      @RestQuery
          @DefaultValue(Page.DEFAULT_LIMIT)
          @Pattern(regexp = Page.LIMIT_PATTERN, message = Page.LIMIT_MESSAGE)
          String limit,
      @RestQuery
          @DefaultValue(NO_CURSOR)
          @Pattern(regexp = UUID_PATTERN, message = "must be a cursor from a page before")
          String cursor) {
    int size = Integer.parseInt(limit);
    var views =
        sessions.livingOf(user.userId(), UUID.fromString(cursor), size + 1).stream()
            .map(session -> SessionView.of(session, user.sessionId()))
            .toList();
    return Page.of(views, size, view -> view.sessionId().toString());
  }

  @DELETE
  @Path("{id}")
  public void end(@RestPath String id) {
    if (!id.matches(UUID_PATTERN) || !sessions.endOwn(user.userId(), UUID.fromString(id))) {
      throw new SessionFailure.NoSuchSession(id);
    }
  }
}
