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
import org.andon.auth.page.UserIds;
import org.andon.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Anybody's sessions, for admins. Whoever has none, or is not known, has an empty list. */
@Path("/api/auth/users/{userId}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@RunOnVirtualThread
class UserSessionResource {

  private final SessionPages pages;
  private final Endings endings;
  private final CurrentUser admin;
  private final CurrentOrigin origin;

  UserSessionResource(
      SessionPages pages, Endings endings, CurrentUser admin, CurrentOrigin origin) {
    this.pages = pages;
    this.endings = endings;
    this.admin = admin;
    this.origin = origin;
  }

  @GET
  public Page<SessionView> list(
      @RestPath String userId,
      @RestQuery
          @DefaultValue(PageRules.DEFAULT_LIMIT)
          @Pattern(regexp = PageRules.LIMIT_PATTERN, message = PageRules.LIMIT_MESSAGE)
          String limit,
      @RestQuery
          @DefaultValue(SessionPages.NO_CURSOR)
          @Pattern(regexp = PageRules.UUID_PATTERN, message = PageRules.CURSOR_MESSAGE)
          String cursor) {
    return pages.of(UserIds.known(userId), limit, cursor, admin.sessionId());
  }

  /** Ends them all; the admin's own current one too, if it is theirs. */
  @DELETE
  public void endAll(@RestPath String userId) {
    endings.endAllOf(UserIds.known(userId), ending());
  }

  @DELETE
  @Path("{id}")
  public void end(@RestPath String userId, @RestPath String id) {
    if (!id.matches(PageRules.UUID_PATTERN)
        || !endings.endOf(UserIds.known(userId), UUID.fromString(id), ending())) {
      throw new SessionFailure.NoSuchSession(id);
    }
  }

  private Ending ending() {
    return new Ending(EndReason.ended_by_admin, admin.userId(), origin.get());
  }
}
