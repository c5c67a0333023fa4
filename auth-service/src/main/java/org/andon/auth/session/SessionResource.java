package org.andon.auth.session;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.andon.auth.origin.CurrentOrigin;
import org.andon.auth.page.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The caller's own sessions. */
@Path("/api/auth/sessions")
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
          @DefaultValue(Page.DEFAULT_LIMIT)
          @Pattern(regexp = Page.LIMIT_PATTERN, message = Page.LIMIT_MESSAGE)
          String limit,
      @RestQuery
          @DefaultValue(SessionPages.NO_CURSOR)
          @Pattern(regexp = Page.UUID_PATTERN, message = Page.CURSOR_MESSAGE)
          String cursor) {
    return pages.of(user.userId(), limit, cursor, user.sessionId());
  }

  @DELETE
  @Path("{id}")
  public void end(@RestPath String id) {
    var ending = new Ending(EndReason.ended_by_user, user.userId(), origin.get());
    if (!id.matches(Page.UUID_PATTERN)
        || !endings.endOf(user.userId(), UUID.fromString(id), ending)) {
      throw new SessionFailure.NoSuchSession(id);
    }
  }
}
