package org.andon.messaging.incidentdata;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.andon.contracts.OutOfBounds;
import org.andon.messaging.incidentdata.StructuredData.Reading;
import org.andon.messaging.message.Message;
import org.andon.messaging.message.MessageIndex;
import org.andon.messaging.message.MessageType;

/** Keeps structured messages by their fields, in the transaction that writes the message. */
@ApplicationScoped
class IncidentDataIndex implements MessageIndex {
  private final IncidentDataConfig config;

  IncidentDataIndex(IncidentDataConfig config) {
    this.config = config;
  }

  private record Row(Message message, StructuredData data) {}

  /**
   * @param passed the limit that it passed, and which; null within limits
   */
  private record Measured(Row row, Reading reading, OutOfBounds passed) {}

  @Override
  public void posted(Connection connection, List<Message> messages) throws SQLException {
    write(connection, messages);
  }

  @Override
  public void changed(Connection connection, List<Message> messages) throws SQLException {
    List<Message> structured = structured(messages);
    if (!structured.isEmpty()) {
      delete(connection, "incident_readings", structured);
      delete(connection, "incident_data", structured);
      write(connection, structured.stream().filter(message -> !message.deleted()).toList());
    }
  }

  private static List<Message> structured(List<Message> messages) {
    return messages.stream().filter(m -> m.type() == MessageType.INCIDENT_DATA).toList();
  }

  private void write(Connection connection, List<Message> messages) throws SQLException {
    List<Row> rows =
        messages.stream()
            .flatMap(m -> StructuredData.of(m).map(data -> new Row(m, data)).stream())
            .toList();
    insertData(connection, rows);
    insertReadings(connection, rows.stream().flatMap(row -> measured(row).stream()).toList());
  }

  private List<Measured> measured(Row row) {
    Map<String, OutOfBounds> passed = new HashMap<>();
    for (OutOfBounds value : row.message().findings().outOfBounds()) {
      passed.put(new FieldPath(List.of(value.field())).pointer(), value);
    }
    return row.data().readings(config.readingsPerMessage()).stream()
        .map(reading -> new Measured(row, reading, passed.get(reading.field())))
        .toList();
  }

  private static void insertData(Connection connection, List<Row> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO incident_data (room_id, sequence_number, message_id, created_at, data)
            SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::timestamptz[], ?::jsonb[])
            """)) {
      insert.setArray(1, column(connection, "uuid", rows, r -> r.message().roomId()));
      insert.setArray(2, column(connection, "bigint", rows, r -> r.message().sequenceNumber()));
      insert.setArray(3, column(connection, "uuid", rows, r -> r.message().messageId()));
      insert.setArray(4, column(connection, "timestamptz", rows, r -> r.message().createdAt()));
      insert.setArray(5, column(connection, "jsonb", rows, r -> r.data().object()));
      insert.executeUpdate();
    }
  }

  private static void insertReadings(Connection connection, List<Measured> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO incident_readings (room_id, sequence_number, measured_at, field, value,
              bound, limit_value, unit)
            SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::numeric[],
              ?::text[], ?::numeric[], ?::text[])
            """)) {
      insert.setArray(1, column(connection, "uuid", rows, m -> m.row().message().roomId()));
      insert.setArray(
          2, column(connection, "bigint", rows, m -> m.row().message().sequenceNumber()));
      insert.setArray(3, column(connection, "timestamptz", rows, m -> measuredAt(m.row())));
      insert.setArray(4, column(connection, "text", rows, m -> m.reading().field()));
      insert.setArray(5, column(connection, "numeric", rows, m -> m.reading().value()));
      insert.setArray(6, column(connection, "text", rows, m -> passed(m, OutOfBounds::bound)));
      insert.setArray(7, column(connection, "numeric", rows, m -> passed(m, OutOfBounds::limit)));
      insert.setArray(8, column(connection, "text", rows, m -> passed(m, OutOfBounds::unit)));
      insert.executeUpdate();
    }
  }

  private static Object passed(Measured measured, Function<OutOfBounds, Object> value) {
    return measured.passed() == null ? null : value.apply(measured.passed());
  }

  private static Object measuredAt(Row row) {
    return row.data().measuredAt(row.message().createdAt());
  }

  /** By the primary key of the one table, the index incident_readings_message of the other. */
  private static void delete(Connection connection, String table, List<Message> messages)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM "
                + table
                + " d USING unnest(?::uuid[], ?::bigint[]) AS m (room_id, sequence_number)"
                + " WHERE d.room_id = m.room_id AND d.sequence_number = m.sequence_number")) {
      delete.setArray(1, column(connection, "uuid", messages, Message::roomId));
      delete.setArray(2, column(connection, "bigint", messages, Message::sequenceNumber));
      delete.executeUpdate();
    }
  }

  private static <T> Array column(
      Connection connection, String type, List<T> rows, Function<T, Object> value)
      throws SQLException {
    return connection.createArrayOf(
        type, rows.stream().map(value).map(it -> Objects.toString(it, null)).toArray());
  }
}
