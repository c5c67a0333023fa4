package org.andon.messaging.reading;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts what members have not read. */
@ApplicationScoped
public class Unread {
  /**
   * Counts in ranges of two indexes alone, messages_number and message_mentions_room, each cut off
   * at the limit: 5 ms for 200 rooms with 50 unread messages each, 50 ms with 1,000 each.
   */
  private static final String COUNT =
      """
      SELECT m.user_id, m.room_id, u.unread, n.mentions, k.last_read, s.last_sequence
      FROM room_members m
      JOIN incident_rooms r ON r.room_id = m.room_id AND r.deleted_at IS NULL
      JOIN room_sequences s ON s.room_id = m.room_id
      LEFT JOIN read_positions p ON p.room_id = m.room_id AND p.user_id = m.user_id
      CROSS JOIN LATERAL (SELECT COALESCE(p.sequence_number, 0) AS last_read) k
      CROSS JOIN LATERAL (
        SELECT count(*) AS unread FROM (
          SELECT FROM messages x
          WHERE x.room_id = m.room_id AND x.sequence_number > k.last_read
            AND x.sender_id <> m.user_id AND x.deleted_at IS NULL AND x.message_type <> 'system'
          LIMIT ?) counted) u
      CROSS JOIN LATERAL (
        SELECT count(*) AS mentions FROM (
          SELECT FROM message_mentions x
          WHERE x.user_id = m.user_id AND x.room_id = m.room_id AND x.sequence_number > k.last_read
            AND x.sender_id <> x.user_id
          LIMIT ?) counted) n
      """;

  private static final String OF_USER = COUNT + "WHERE m.user_id = ?";

  private static final String OF_READERS =
      COUNT
          + """
          WHERE (m.room_id, m.user_id) IN (
            SELECT k.room_id, k.user_id FROM unnest(?::uuid[], ?::text[]) AS k (room_id, user_id))
          """;

  private final AgroalDataSource dataSource;
  private final int limit;

  Unread(AgroalDataSource dataSource, ReadingConfig config) {
    this.dataSource = dataSource;
    this.limit = config.countLimit();
  }

  /** Unread messages are counted up to here. */
  public int limit() {
    return limit;
  }

  /** All rooms the user is a member of. */
  List<UnreadRoom> of(String userId) throws SQLException {
    return List.copyOf(
        count(OF_USER, (connection, select) -> select.setString(3, userId)).values());
  }

  /** Those of the readers who are members; the others are left out. */
  public Map<Reader, UnreadRoom> of(Collection<Reader> readers) throws SQLException {
    Object[] rooms = readers.stream().map(Reader::roomId).toArray();
    Object[] users = readers.stream().map(Reader::userId).toArray();
    return count(
        OF_READERS,
        (connection, select) -> {
          select.setArray(3, connection.createArrayOf("uuid", rooms));
          select.setArray(4, connection.createArrayOf("text", users));
        });
  }

  private interface Parameters {
    void set(Connection connection, PreparedStatement select) throws SQLException;
  }

  private Map<Reader, UnreadRoom> count(String sql, Parameters parameters) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, limit);
      select.setInt(2, limit);
      parameters.set(connection, select);
      Map<Reader, UnreadRoom> counted = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          UUID roomId = row.getObject(2, UUID.class);
          counted.put(
              new Reader(roomId, row.getString(1)),
              new UnreadRoom(
                  roomId, row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
        }
      }
      return counted;
    }
  }
}
