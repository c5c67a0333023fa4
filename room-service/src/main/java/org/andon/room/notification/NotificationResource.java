package org.andon.room.notification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.andon.http.CurrentUser;
import org.andon.http.Cursor;
import org.andon.http.InvalidParameter;
import org.andon.http.Page;
import org.andon.http.PageRequest;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/me/notifications")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class NotificationResource {
  /** Later than any there is. */
  private static final UUID LAST = new UUID(-1, -1);

  private final NotificationList notifications;
  private final CurrentUser user;

  NotificationResource(NotificationList notifications, CurrentUser user) {
    this.notifications = notifications;
    this.user = user;
  }

  /** A page, and how many are unread in all. */
  record Notifications(List<NotificationView> items, Page.Pagination pagination, int unread) {}

  record Unread(int unread) {}

  @GET
  public Notifications list(@RestQuery String unread, @BeanParam PageRequest request)
      throws SQLException {
    int limit = request.size();
    UUID before = Cursor.parse(request.cursor, 1, words -> UUID.fromString(words[0]));
    Page<NotificationView> page =
        Page.of(
            notifications.of(user.id(), flag(unread), before == null ? LAST : before, limit + 1),
            limit,
            last -> Cursor.of(last.notificationId()));
    return new Notifications(page.items(), page.pagination(), notifications.unread(user.id()));
  }

  @PUT
  @Path("read")
  public Unread read(@NotNull @Valid MarkRead request) throws SQLException {
    notifications.read(user.id(), request.notificationId());
    return new Unread(notifications.unread(user.id()));
  }

  private static boolean flag(String text) {
    return switch (text) {
      case null -> false;
      case "false" -> false;
      case "true" -> true;
      default -> throw new InvalidParameter("unread", "must be true or false");
    };
  }
}
