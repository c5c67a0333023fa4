package org.andon.auth.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.andon.auth.page.PageRules;
import org.andon.auth.page.UserIds;
import org.andon.http.Page;
import org.jboss.resteasy.reactive.RestQuery;

/** The audit of logins, failures, refusals and revocations, newest first. */
@Path("/api/auth/login-events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@RunOnVirtualThread
class LoginEventResource {

  private static final String EVENTS =
      "login|login_failed|login_refused|session_revoked|service_account_created"
          + "|service_account_changed|service_account_secret_rotated|service_account_revoked";
  private static final int USER_ID_LENGTH = 256;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  private final LoginEventRepository events;

  LoginEventResource(LoginEventRepository events) {
    this.events = events;
  }

  /**
   * @param from RFC 3339, inclusive
   * @param to RFC 3339, exclusive
   */
  @GET
  public Page<LoginEventView> list(
      @RestQuery("user_id") @Size(max = USER_ID_LENGTH) String userId,
      @RestQuery @Pattern(regexp = EVENTS, message = "must be one of " + EVENTS) String event,
      @RestQuery String from,
      @RestQuery String to,
      @RestQuery
          @DefaultValue(PageRules.DEFAULT_LIMIT)
          @Pattern(regexp = PageRules.LIMIT_PATTERN, message = PageRules.LIMIT_MESSAGE)
          String limit,
      @RestQuery @Pattern(regexp = PageRules.UUID_PATTERN, message = PageRules.CURSOR_MESSAGE)
          String cursor) {
    int size = Integer.parseInt(limit);
    var filter =
        new EventFilter(
            userId == null ? null : UserIds.known(userId),
            event == null ? null : EventType.valueOf(event),
            time("from", from),
            time("to", to),
            cursor == null ? null : UUID.fromString(cursor));
    var views = events.list(filter, size + 1).stream().map(LoginEventView::of).toList();
    return Page.of(views, size, view -> view.eventId().toString());
  }

  private static Instant time(String field, String text) {
    if (text == null) {
      return null;
    }
    try {
      var time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
      if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
        throw new AuditFailure.NoTime(field);
      }
      return time.toInstant();
    } catch (DateTimeException _) {
      throw new AuditFailure.NoTime(field);
    }
  }
}
