package org.andon.messaging.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The SQL of the schedule, which is one row. */
@ApplicationScoped
class ScheduleStore {
  private static final TypeReference<List<Shift>> SHIFTS = new TypeReference<>() {};

  private final ObjectMapper json;

  ScheduleStore(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @param doneUntil shift changes up to then have had their handovers, or need none
   */
  record Stored(Schedule schedule, Instant doneUntil) {
    /** The change whose handovers are still to be made; one whose shift is over has none. */
    Optional<Schedule.Change> due(Instant now) {
      return schedule.lastChange(now).filter(change -> change.at().isAfter(doneUntil));
    }
  }

  Stored read(Connection connection) throws SQLException {
    return select(connection, "").orElseThrow();
  }

  /** Waits for whoever has the row, until the end of their transaction. */
  Stored lock(Connection connection) throws SQLException {
    return select(connection, "FOR UPDATE").orElseThrow();
  }

  /** Empty while another pod has it. */
  Optional<Stored> lockIfFree(Connection connection) throws SQLException {
    return select(connection, "FOR UPDATE SKIP LOCKED");
  }

  private Optional<Stored> select(Connection connection, String lock) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT * FROM handover_schedule " + lock);
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(stored(row)) : Optional.empty();
    }
  }

  private Stored stored(ResultSet row) throws SQLException {
    try {
      Timestamp updatedAt = row.getTimestamp("updated_at");
      return new Stored(
          new Schedule(
              ZoneId.of(row.getString("time_zone")),
              json.readValue(row.getString("shifts"), SHIFTS),
              row.getInt("acknowledge_within_minutes"),
              row.getLong("version"),
              row.getString("updated_by"),
              updatedAt == null ? null : updatedAt.toInstant()),
          row.getTimestamp("done_until").toInstant());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  void write(Connection connection, Stored stored) throws SQLException {
    Schedule schedule = stored.schedule();
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE handover_schedule SET time_zone = ?, shifts = ?::json,
              acknowledge_within_minutes = ?, version = ?, updated_by = ?, updated_at = ?,
              done_until = ?
            """)) {
      update.setString(1, schedule.timeZone().getId());
      update.setString(2, json.writeValueAsString(schedule.shifts()));
      update.setInt(3, schedule.acknowledgeWithinMinutes());
      update.setLong(4, schedule.version());
      update.setString(5, schedule.updatedBy());
      update.setTimestamp(6, Timestamp.from(schedule.updatedAt()));
      update.setTimestamp(7, Timestamp.from(stored.doneUntil()));
      update.executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  void done(Connection connection, Instant until) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE handover_schedule SET done_until = ?")) {
      update.setTimestamp(1, Timestamp.from(until));
      update.executeUpdate();
    }
  }
}
