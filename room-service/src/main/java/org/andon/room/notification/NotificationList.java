package org.andon.room.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.room.room.Severity;

/** Reads what people were told. Of a room one has left, or that was deleted, nothing is shown. */
@ApplicationScoped
class NotificationList {
  private static final String VIEW =
      """
      select n.user_id, n.in_feed, n.notification_id, n.kind, n.room_id, r.title, r.severity, n.message_id,
        n.sequence_number, n.actor_id, n.actor_name, n.excerpt, n.details, n.created_at, n.read_at
      """;

  private static final String SEEN =
      """
      from notifications n
      join rooms r on r.room_id = n.room_id and r.deleted_at is null
      join room_members m on m.room_id = n.room_id and m.user_id = n.user_id
      """;

  /** By notifications_of_user or notifications_unread, backwards. */
  private static final String PAGE =
      VIEW
          + SEEN
          + """
          where n.in_feed and n.user_id = ? and n.notification_id < ? and (not ? or n.read_at is null)
          order by n.notification_id desc limit ?
          """;

  private static final String BY_ID =
      VIEW + SEEN + " where n.notification_id = any (?) order by n.notification_id";

  private static final String UNREAD =
      "select count(*) from (select "
          + SEEN
          + " where n.in_feed and n.user_id = ? and n.read_at is null limit ?) counted";

  private static final String READ =
      """
      update notifications set read_at = now(), mail_due_at = null
      where user_id = ? and notification_id <= ? and read_at is null and in_feed
      """;

  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  private final DataSource database;
  private final ObjectMapper json;
  private final NotificationConfig config;

  NotificationList(DataSource database, ObjectMapper json, NotificationConfig config) {
    this.database = database;
    this.json = json;
    this.config = config;
  }

  /**
   * A notification and whose it is.
   *
   * @param inFeed whether they want it in their list
   */
  record Addressed(String userId, boolean inFeed, NotificationView notification) {}

  /** Newest first. */
  List<NotificationView> of(String userId, boolean unread, UUID before, int limit)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setString(1, userId);
      select.setObject(2, before);
      select.setBoolean(3, unread);
      select.setInt(4, limit);
      return views(select).stream().map(Addressed::notification).toList();
    }
  }

  /** Oldest first, wanted in the list or not. */
  List<Addressed> of(List<UUID> notificationIds) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BY_ID)) {
      select.setArray(1, connection.createArrayOf("uuid", notificationIds.toArray()));
      return views(select);
    }
  }

  /** How many are unread; no more than are counted. */
  int unread(String userId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(UNREAD)) {
      select.setString(1, userId);
      select.setInt(2, config.countedUpTo());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** All up to this one are read; no mail need say what was seen. */
  void read(String userId, UUID upTo) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(READ)) {
      update.setString(1, userId);
      update.setObject(2, upTo);
      update.executeUpdate();
    }
  }

  private List<Addressed> views(PreparedStatement select) throws SQLException {
    List<Addressed> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(new Addressed(row.getString("user_id"), row.getBoolean("in_feed"), view(row)));
      }
    } catch (JsonProcessingException e) {
      throw new NotificationException(e);
    }
    return found;
  }

  private NotificationView view(ResultSet row) throws SQLException, JsonProcessingException {
    return new NotificationView(
        row.getObject("notification_id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getObject("room_id", UUID.class),
        row.getString("title"),
        Severity.valueOf(row.getString("severity")),
        row.getObject("message_id", UUID.class),
        row.getObject("sequence_number", Long.class),
        row.getString("actor_id"),
        row.getString("actor_name"),
        row.getString("excerpt"),
        json.readValue(row.getString("details"), DETAILS),
        instant(row, "created_at"),
        instant(row, "read_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
