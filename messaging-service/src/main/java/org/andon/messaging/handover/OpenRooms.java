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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.andon.contracts.IncidentRoom;

/** The SQL of rooms with an incident that goes on. */
@ApplicationScoped
class OpenRooms {
  private static final TypeReference<List<IncidentRoom.ChecklistItem>> ITEMS =
      new TypeReference<>() {};

  /** As the index incident_rooms_open has it. */
  static final String LINE = "coalesce(lower(normalize(btrim(location), nfkc)), '')";

  private static final String OPEN = "status = 'active' AND deleted_at IS NULL";

  /** Line by line, the gravest first, of these the oldest. */
  private static final String SELECT =
      """
      SELECT room_id, %s AS line, location, title, severity, status, opened_at, open_items,
        last_sequence
      FROM incident_rooms JOIN room_sequences USING (room_id)
      WHERE %s AND %s
      ORDER BY line, array_position(ARRAY['critical', 'high', 'medium', 'low'], severity),
        opened_at, room_id
      """;

  private final ObjectMapper json;

  OpenRooms(ObjectMapper json) {
    this.json = json;
  }

  List<OpenRoom> all(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT.formatted(LINE, OPEN, "true"))) {
      return rooms(select);
    }
  }

  /** By the index incident_rooms_open. */
  List<OpenRoom> at(Connection connection, String location) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            SELECT.formatted(LINE, OPEN, LINE + " = lower(normalize(btrim(?), nfkc))"))) {
      select.setString(1, location);
      return rooms(select);
    }
  }

  /** Those of the rooms that the user may write in. */
  boolean writesInOne(Connection connection, String userId, List<OpenRoom> rooms)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT EXISTS (SELECT FROM room_members
              WHERE user_id = ? AND room_id = ANY (?) AND role IN ('OWNER', 'EDITOR'))
            """)) {
      select.setString(1, userId);
      select.setArray(
          2, connection.createArrayOf("uuid", rooms.stream().map(OpenRoom::roomId).toArray()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private List<OpenRoom> rooms(PreparedStatement select) throws SQLException {
    List<OpenRoom> rooms = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Timestamp openedAt = row.getTimestamp("opened_at");
        rooms.add(
            new OpenRoom(
                row.getObject("room_id", UUID.class),
                row.getString("line"),
                row.getString("location"),
                row.getString("title"),
                row.getString("severity"),
                row.getString("status"),
                openedAt == null ? null : openedAt.toInstant(),
                row.getLong("last_sequence"),
                items(row.getString("open_items"))));
      }
    }
    return rooms;
  }

  private List<IncidentRoom.ChecklistItem> items(String stored) {
    try {
      return stored == null ? List.of() : json.readValue(stored, ITEMS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
