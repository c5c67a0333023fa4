package org.andon.messaging.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.handover.RoomDigest.Change;
import org.andon.messaging.handover.RoomDigest.Marked;
import org.andon.messaging.handover.RoomDigest.OutOfBounds;
import org.andon.messaging.handover.RoomDigest.Speaker;
import org.andon.messaging.incidentdata.FieldPath;

/** The SQL of what happened in many rooms since a moment; one statement a kind, whatever rooms. */
@ApplicationScoped
class ShiftQueries {
  /** By messages_time. */
  private static final String TALK =
      """
      SELECT m.room_id, m.sender_id, max(m.sender_name) AS sender_name, count(*) AS messages,
        count(*) FILTER (WHERE m.message_type IN ('image_ref', 'file_ref')) AS files
      FROM unnest(?::uuid[]) AS r (room_id)
      JOIN messages m ON m.room_id = r.room_id AND m.created_at >= ?
      WHERE m.deleted_at IS NULL AND m.message_type <> 'system'
      GROUP BY m.room_id, m.sender_id
      ORDER BY m.room_id, messages DESC, m.sender_id
      """;

  /** By messages_time. Of what was changed only the names leave the database: texts are long. */
  private static final String CHANGES =
      """
      SELECT r.room_id, x.*
      FROM unnest(?::uuid[]) AS r (room_id)
      CROSS JOIN LATERAL (
        SELECT m.sequence_number, m.created_at, m.sender_id, e.event ->> 'event' AS event,
          coalesce(e.event ->> 'from', e.event #>> '{changes,severity,from}') AS before,
          coalesce(e.event ->> 'to', e.event #>> '{changes,severity,to}') AS after,
          ARRAY (SELECT json_object_keys(e.event -> 'changes')) AS fields,
          e.event ->> 'member_id' AS member_id, e.event ->> 'role' AS role,
          count(*) OVER () AS total
        FROM messages m CROSS JOIN LATERAL (SELECT m.content::json AS event) e
        WHERE m.room_id = r.room_id AND m.created_at >= ? AND m.message_type = 'system'
        ORDER BY m.sequence_number DESC LIMIT ?) x
      ORDER BY r.room_id, x.sequence_number DESC
      """;

  /** By messages_marked, and when that was by message_changes_message. */
  private static final String MARKS =
      """
      SELECT r.room_id, x.*
      FROM unnest(?::uuid[]) AS r (room_id)
      CROSS JOIN LATERAL (
        SELECT m.message_id, m.sequence_number, m.mark, m.sender_id, m.sender_name, m.marked_by,
          left(CASE m.message_type WHEN 'incident_data'
            THEN (SELECT string_agg(key || ' ' || value, ', ') FROM json_each_text(m.content::json))
            ELSE m.content END, ?) AS text,
          count(*) OVER () AS total
        FROM messages m
        WHERE m.room_id = r.room_id AND m.mark IS NOT NULL AND m.deleted_at IS NULL AND %s
        ORDER BY m.sequence_number DESC LIMIT ?) x
      ORDER BY r.room_id, x.sequence_number DESC
      """;

  private static final String ACTIONS = MARKS.formatted("m.mark = 'action'");

  private static final String MARKED_SINCE =
      MARKS.formatted(
          """
          m.mark <> 'action' AND ? <= (
            SELECT c.created_at FROM message_changes c
            WHERE c.message_id = m.message_id AND c.kind = 'marked' AND c.sequence_number IS NOT NULL
            ORDER BY c.sequence_number DESC LIMIT 1)
          """);

  /** By incident_readings_out_of_bounds. */
  private static final String OUT_OF_BOUNDS =
      """
      SELECT r.room_id, x.*
      FROM unnest(?::uuid[]) AS r (room_id)
      CROSS JOIN LATERAL (
        SELECT i.sequence_number, i.measured_at, i.field, i.value, i.unit, i.limit_value, i.bound,
          count(*) OVER () AS total
        FROM incident_readings i
        WHERE i.room_id = r.room_id AND i.bound IS NOT NULL AND i.measured_at >= ?
        ORDER BY i.measured_at DESC, i.sequence_number DESC, i.field DESC LIMIT ?) x
      ORDER BY r.room_id, x.measured_at DESC, x.sequence_number DESC, x.field DESC
      """;

  private final HandoverConfig config;

  ShiftQueries(HandoverConfig config) {
    this.config = config;
  }

  /** How much was said in a room, and by whom. */
  static final class Talk {
    final List<Speaker> speakers = new ArrayList<>();
    long messages;
    long files;
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  Map<UUID, Talk> talk(Connection connection, List<UUID> rooms, Instant since) throws SQLException {
    Map<UUID, Talk> talks = new HashMap<>();
    try (PreparedStatement select = prepare(connection, TALK, rooms, Timestamp.from(since));
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Talk talk = talks.computeIfAbsent(row.getObject("room_id", UUID.class), id -> new Talk());
        long messages = row.getLong("messages");
        talk.messages += messages;
        talk.files += row.getLong("files");
        talk.speakers.add(
            new Speaker(row.getString("sender_id"), row.getString("sender_name"), messages));
      }
    }
    return talks;
  }

  RoomEntries<Change> changes(Connection connection, List<UUID> rooms, Instant since)
      throws SQLException {
    return entries(
        prepare(connection, CHANGES, rooms, Timestamp.from(since), config.entries()),
        row ->
            new Change(
                row.getLong("sequence_number"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("sender_id"),
                row.getString("event"),
                row.getString("before"),
                row.getString("after"),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getString("member_id"),
                row.getString("role")));
  }

  /** Root causes, decisions and measurements. */
  RoomEntries<Marked> marks(Connection connection, List<UUID> rooms, Instant since)
      throws SQLException {
    return entries(
        prepare(
            connection,
            MARKED_SINCE,
            rooms,
            config.excerpt(),
            Timestamp.from(since),
            config.entries()),
        ShiftQueries::marked);
  }

  RoomEntries<Marked> actions(Connection connection, List<UUID> rooms) throws SQLException {
    return entries(
        prepare(connection, ACTIONS, rooms, config.excerpt(), config.entries()),
        ShiftQueries::marked);
  }

  RoomEntries<OutOfBounds> outOfBounds(Connection connection, List<UUID> rooms, Instant since)
      throws SQLException {
    return entries(
        prepare(connection, OUT_OF_BOUNDS, rooms, Timestamp.from(since), config.entries()),
        row ->
            new OutOfBounds(
                row.getLong("sequence_number"),
                row.getTimestamp("measured_at").toInstant(),
                FieldPath.ofPointer(row.getString("field")).text(),
                row.getBigDecimal("value"),
                row.getString("unit"),
                row.getBigDecimal("limit_value"),
                row.getString("bound")));
  }

  private static Marked marked(ResultSet row) throws SQLException {
    return new Marked(
        row.getObject("message_id", UUID.class),
        row.getLong("sequence_number"),
        row.getString("mark"),
        row.getString("text"),
        row.getString("sender_id"),
        row.getString("sender_name"),
        row.getString("marked_by"));
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, List<UUID> rooms, Object... others) throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setArray(1, connection.createArrayOf("uuid", rooms.toArray()));
    for (int i = 0; i < others.length; i++) {
      select.setObject(i + 2, others[i]);
    }
    return select;
  }

  private static <T> RoomEntries<T> entries(PreparedStatement select, Row<T> read)
      throws SQLException {
    RoomEntries<T> entries = new RoomEntries<>();
    try (select;
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(row.getObject("room_id", UUID.class), read.read(row), row.getLong("total"));
      }
    }
    return entries;
  }
}
