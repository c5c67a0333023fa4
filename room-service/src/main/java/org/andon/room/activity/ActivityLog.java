package org.andon.room.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.http.CurrentUser;
import org.andon.http.Cursor;
import org.andon.http.Page;
import org.andon.http.PageRequest;
import org.andon.room.room.RoomDoor;

/** The log of a room's changes, for its members. */
@ApplicationScoped
class ActivityLog {
  // Backwards along the primary key. Without offset 0 the change would be looked for three times,
  // in old rows by reading the whole event.
  private static final String SELECT =
      """
      select version, type, changed_by, changed_at,
        told ->> 'from' as "from", told ->> 'to' as "to",
        told #> '{to,transferred_from}' is not null as transferred
      from room_changes c, lateral (
        select coalesce(c.change, c.event -> 'change') as told offset 0) one
      where room_id = ? and version < ?
      order by version desc
      limit ?
      """;

  private final DataSource database;
  private final RoomDoor door;

  ActivityLog(DataSource database, RoomDoor door) {
    this.database = database;
    this.door = door;
  }

  /** Newest first. */
  Page<ActivityView> page(UUID roomId, PageRequest request, CurrentUser user) {
    int limit = request.size();
    Long before = Cursor.parse(request.cursor, 1, words -> Long.valueOf(words[0]));
    door.requireMember(roomId, user);
    return Page.of(
        select(roomId, before == null ? Long.MAX_VALUE : before, limit + 1),
        limit,
        last -> Cursor.of(last.version()));
  }

  private List<ActivityView> select(UUID roomId, long before, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setObject(1, roomId);
      select.setLong(2, before);
      select.setInt(3, limit);
      List<ActivityView> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new ActivityView(
                  row.getLong("version"),
                  event(row.getString("type"), row.getBoolean("transferred")),
                  row.getString("changed_by"),
                  row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                  row.getString("from"),
                  row.getString("to")));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new ActivityException(e);
    }
  }

  /** As messaging-service names it in the room. */
  private static String event(String type, boolean transferred) {
    return switch (type) {
      case "andon.room.status_changed" -> "room_status_changed";
      case "andon.room.alarm_raised" -> "alarm_raised";
      case "andon.room.alarm_cleared" -> "alarm_cleared";
      case "andon.member.role_changed" -> transferred ? "ownership_transferred" : "role_changed";
      default -> type.substring("andon.".length()).replace('.', '_');
    };
  }

  /** The database failed. */
  private static final class ActivityException extends RuntimeException {
    ActivityException(SQLException cause) {
      super(cause);
    }
  }
}
