package org.andon.messaging.incidentdata;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.query.Conditions;
import org.andon.messaging.query.Page;

/** The SQL of readings over many rooms. */
@ApplicationScoped
class ReadingSearch {
  /**
   * Of each room its newest: by the primary key backwards where a field is asked for, else by
   * incident_readings_time or incident_readings_out_of_bounds; then the newest of these. So it
   * costs what the caller's rooms are, not what was ever measured.
   */
  static final String SELECT =
      """
      SELECT o.room_id, o.title, o.location, m.message_id, o.sequence_number, m.sender_id,
        m.sender_name, o.measured_at, o.field, o.value, o.bound, o.limit_value, o.unit
      FROM (
        SELECT r.title, r.location, x.*
        FROM (
          SELECT room_id, title, location FROM room_members JOIN incident_rooms USING (room_id)
          WHERE %s
        ) r
        CROSS JOIN LATERAL (
          SELECT * FROM incident_readings i WHERE i.room_id = r.room_id AND %s
          ORDER BY measured_at DESC, sequence_number DESC, field DESC LIMIT ?
        ) x
        ORDER BY x.measured_at DESC, x.room_id DESC, x.sequence_number DESC, x.field DESC LIMIT ?
      ) o
      JOIN messages m ON m.room_id = o.room_id AND m.sequence_number = o.sequence_number
      ORDER BY o.measured_at DESC, o.room_id DESC, o.sequence_number DESC, o.field DESC
      """;

  private final AgroalDataSource dataSource;

  ReadingSearch(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * What is asked for; null asks for nothing.
   *
   * @param from measured then or later; {@code to}: before
   * @param location what a room's has in it somewhere, as in the list of rooms
   * @param outOfBounds whether they passed a limit
   * @param after the last of the page before
   */
  record Question(
      String userId,
      FieldPath field,
      Instant from,
      Instant to,
      String location,
      Boolean outOfBounds,
      ReadingCursor after) {

    Conditions rooms() {
      return new Conditions()
          .and("user_id = ?", userId)
          .and("deleted_at IS NULL")
          .andIfGiven(
              "strpos(lower(normalize(location, nfkc)), lower(normalize(?, nfkc))) > 0", location);
    }

    Conditions readings() {
      Conditions conditions =
          new Conditions()
              .andIfGiven("field = ?", field == null ? null : field.pointer())
              .andIfGiven("measured_at >= ?", from)
              .andIfGiven("measured_at < ?", to);
      if (outOfBounds != null) {
        conditions.and(outOfBounds ? "bound IS NOT NULL" : "bound IS NULL");
      }
      if (after != null) {
        conditions
            // The index knows this part of it; the rest tells apart what was measured at once.
            .and("measured_at <= ?", after.measuredAt())
            .and(
                "(measured_at, room_id, sequence_number, field) < (?, ?, ?, ?)",
                after.measuredAt(),
                after.roomId(),
                after.sequenceNumber(),
                after.field());
      }
      return conditions;
    }
  }

  /** Newest first. */
  Page<ReadingView> find(Question question, int limit) {
    Conditions rooms = question.rooms();
    Conditions readings = question.readings();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(SELECT.formatted(rooms.sql(), readings.sql()))) {
      int next = readings.bind(select, rooms.bind(select, 1));
      select.setInt(next, limit + 1);
      select.setInt(next + 1, limit + 1);
      return page(select, limit);
    } catch (SQLException e) {
      throw new WriteFailure.Unavailable(e);
    }
  }

  private static Page<ReadingView> page(PreparedStatement select, int limit) throws SQLException {
    List<ReadingView> found = new ArrayList<>();
    String last = null;
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        if (found.size() == limit) {
          return Page.of(found, limit, last);
        }
        found.add(view(row));
        last = cursor(row);
      }
    }
    return Page.of(found, limit, null);
  }

  private static String cursor(ResultSet row) throws SQLException {
    return new ReadingCursor(
            row.getTimestamp("measured_at").toInstant(),
            row.getObject("room_id", UUID.class),
            row.getLong("sequence_number"),
            row.getString("field"))
        .encoded();
  }

  private static ReadingView view(ResultSet row) throws SQLException {
    String bound = row.getString("bound");
    return new ReadingView(
        row.getObject("room_id", UUID.class),
        row.getString("title"),
        row.getString("location"),
        row.getObject("message_id", UUID.class),
        row.getLong("sequence_number"),
        row.getString("sender_id"),
        row.getString("sender_name"),
        row.getTimestamp("measured_at").toInstant(),
        FieldPath.ofPointer(row.getString("field")).text(),
        row.getBigDecimal("value"),
        bound == null
            ? null
            : new ReadingView.Passed(
                row.getBigDecimal("limit_value"), bound, row.getString("unit")));
  }
}
