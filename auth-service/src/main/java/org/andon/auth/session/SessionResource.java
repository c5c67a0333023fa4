package org.andon.auth.session;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.andon.auth.origin.CurrentOrigin;
import org.andon.auth.page.PageRules;
import org.andon.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The caller's own sessions. */
@Path("/api/auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class SessionResource {

  private final SessionPages pages;
  private final Endings endings;
  private final CurrentUser user;
  private final CurrentOrigin origin;

  SessionResource(SessionPages pages, Endings endings, CurrentUser user, CurrentOrigin origin) {
    this.pages = pages;
    this.endings = endings;
    this.user = user;
    this.origin = origin;
  }

  @GET
  public Page<SessionView> list(
      @RestQuery
          @DefaultValue(PageRules.DEFAULT_LIMIT)
          @Pattern(regexp = PageRules.LIMIT_PATTERN, message = PageRules.LIMIT_MESSAGE)
          String limit,
      @RestQuery
          @DefaultValue(SessionPages.NO_CURSOR)
          @Pattern(regexp = PageRules.UUID_PATTERN, message = PageRules.CURSOR_MESSAGE)
          String cursor) {
    return pages.of(user.userId(), limit, cursor, user.sessionId());
  }

  @DELETE
  @Path("{id}")
  public void end(@RestPath String id) {
    var ending = new Ending(EndReason.ended_by_user, user.userId(), origin.get());
    if (!id.matches(PageRules.UUID_PATTERN)
        || !endings.endOf(user.userId(), UUID.fromString(id), ending)) {
      throw new SessionFailure.NoSuchSession(id);
    }
  }
}
