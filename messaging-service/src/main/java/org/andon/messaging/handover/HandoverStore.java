package org.andon.messaging.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The SQL that writes handovers; a transaction is the caller's matter. */
@ApplicationScoped
class HandoverStore {
  private final ObjectMapper json;

  HandoverStore(ObjectMapper json) {
    this.json = json;
  }

  /** False if the line has one of this shift change already. */
  boolean insert(Connection connection, Handover handover) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO handovers (handover_id, line, location, shift, shift_change_at, since,
              made_at, due_at, made_by, made_by_name, note, rooms_left_out)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (line, shift_change_at) DO NOTHING
            """)) {
      insert.setObject(1, handover.handoverId());
      insert.setString(2, handover.line());
      insert.setString(3, handover.location());
      insert.setString(4, handover.shift());
      insert.setTimestamp(5, timestamp(handover.shiftChangeAt()));
      insert.setTimestamp(6, timestamp(handover.since()));
      insert.setTimestamp(7, timestamp(handover.madeAt()));
      insert.setTimestamp(8, timestamp(handover.dueAt()));
      insert.setString(9, handover.madeBy());
      insert.setString(10, handover.madeByName());
      insert.setString(11, handover.note());
      insert.setInt(12, handover.roomsLeftOut());
      return insert.executeUpdate() > 0;
    }
  }

  private static Timestamp timestamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  /**
   * @param first the place of the first of them in their handover
   */
  void insertRooms(Connection connection, UUID handoverId, int first, List<RoomDigest> digests)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO handover_rooms (handover_id, room_id, position, messages, open_actions,
              out_of_bounds, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?::json)
            """)) {
      int position = first;
      for (RoomDigest digest : digests) {
        insert.setObject(1, handoverId);
        insert.setObject(2, digest.roomId());
        insert.setInt(3, position++);
        insert.setLong(4, digest.messages());
        insert.setLong(5, digest.openActions().total());
        insert.setLong(6, digest.outOfBounds().total());
        insert.setString(7, json.writeValueAsString(digest));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean madeSince(Connection connection, String line, String userId, Instant moment)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT EXISTS (SELECT FROM handovers WHERE line = ? AND made_by = ? AND made_at >"
                + " ?)")) {
      select.setString(1, line);
      select.setString(2, userId);
      select.setTimestamp(3, timestamp(moment));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Nothing changes for somebody who has done so before. True for the handover's first one. */
  boolean acknowledge(
      Connection connection, UUID handoverId, String userId, String name, Instant now)
      throws SQLException {
    try (PreparedStatement add =
            connection.prepareStatement(
                """
                INSERT INTO handover_acknowledgements (handover_id, user_id, name, acknowledged_at)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """);
        PreparedStatement first =
            connection.prepareStatement(
                """
                UPDATE handovers SET acknowledged_at = ?
                WHERE handover_id = ? AND acknowledged_at IS NULL
                """)) {
      add.setObject(1, handoverId);
      add.setString(2, userId);
      add.setString(3, name);
      add.setTimestamp(4, timestamp(now));
      add.executeUpdate();
      first.setTimestamp(1, timestamp(now));
      first.setObject(2, handoverId);
      return first.executeUpdate() > 0;
    }
  }

  /**
   * Those that nobody has acknowledged, and whether they are overdue. By the index
   * handovers_waiting.
   */
  Map<UUID, Boolean> waiting(Connection connection, Instant now, Instant madeAfter)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT handover_id, due_at < ? FROM handovers
            WHERE acknowledged_at IS NULL AND made_at > ?
            """)) {
      select.setTimestamp(1, timestamp(now));
      select.setTimestamp(2, timestamp(madeAfter));
      Map<UUID, Boolean> waiting = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          waiting.put(row.getObject(1, UUID.class), row.getBoolean(2));
        }
      }
      return waiting;
    }
  }

  /** The rooms of each. By the primary key. */
  Map<UUID, Set<UUID>> rooms(Connection connection, Collection<UUID> handoverIds)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT handover_id, room_id FROM handover_rooms WHERE handover_id = ANY (?)")) {
      select.setArray(1, connection.createArrayOf("uuid", handoverIds.toArray()));
      Map<UUID, Set<UUID>> rooms = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rooms
              .computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
              .add(row.getObject(2, UUID.class));
        }
      }
      return rooms;
    }
  }
}
