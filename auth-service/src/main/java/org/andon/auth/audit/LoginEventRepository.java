package org.andon.auth.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.auth.origin.Origin;

/** The table of login events. */
@ApplicationScoped
@Transactional
class LoginEventRepository {

  private static final String INSERT =
      """
      insert into login_events
        (event_id, occurred_at, event, user_id, name_digest, session_id, reason, done_by, address,
         device)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  // Backwards along the primary key, or along login_events_by_user.
  private static final String LIST =
      """
      select event_id, occurred_at, event, user_id, name_digest, session_id, reason, done_by,
             address, device
      from login_events where %s order by event_id desc limit ?
      """;

  // From the old end of the primary key, a bounded number at a time.
  private static final String FORGET =
      """
      delete from login_events where event_id in
        (select event_id from login_events where event_id < ? order by event_id limit ?)
      """;

  private final DataSource database;

  LoginEventRepository(DataSource database) {
    this.database = database;
  }

  void insert(LoginEvent event) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, event.eventId());
      insert.setObject(2, event.occurredAt().atOffset(ZoneOffset.UTC));
      insert.setString(3, event.event().name());
      insert.setString(4, event.userId());
      insert.setString(5, event.nameDigest());
      insert.setObject(6, event.sessionId());
      insert.setString(7, event.reason());
      insert.setString(8, event.by());
      insert.setString(9, event.origin().address());
      insert.setString(10, event.origin().device());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new AuditException(e);
    }
  }

  /** Newest first. */
  List<LoginEvent> list(EventFilter filter, int limit) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    List<Object> values = new ArrayList<>();
    restrict("user_id = ?", filter.userId(), conditions, values);
    restrict(
        "event = ?", filter.event() == null ? null : filter.event().name(), conditions, values);
    restrict("event_id >= ?", firstId(filter.from()), conditions, values);
    restrict("event_id < ?", firstId(filter.to()), conditions, values);
    restrict("event_id < ?", filter.before(), conditions, values);
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(LIST.formatted(String.join(" and ", conditions)))) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      select.setInt(values.size() + 1, limit);
      List<LoginEvent> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new AuditException(e);
    }
  }

  private static void restrict(
      String condition, Object value, List<String> conditions, List<Object> values) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
  }

  private static UUID firstId(Instant time) {
    return time == null ? null : UuidCreator.getTimeOrderedEpochMin(time);
  }

  private static LoginEvent read(ResultSet row) throws SQLException {
    return new LoginEvent(
        row.getObject("event_id", UUID.class),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        EventType.valueOf(row.getString("event")),
        row.getString("user_id"),
        row.getString("name_digest"),
        row.getObject("session_id", UUID.class),
        row.getString("reason"),
        row.getString("done_by"),
        new Origin(row.getString("address"), row.getString("device")));
  }

  /** How many were deleted: at most as many as asked. */
  int deleteOlderThan(Instant time, int atMost) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setObject(1, firstId(time));
      delete.setInt(2, atMost);
      return delete.executeUpdate();
    } catch (SQLException e) {
      throw new AuditException(e);
    }
  }
}
