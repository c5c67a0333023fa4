package org.andon.messaging.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The SQL of the rooms' counters. */
final class CounterStore {
  private CounterStore() {}

  /**
   * A room's counter.
   *
   * @param last the last number given
   * @param published the Kafka watermark
   * @param lastEventAt when the last number was given; null before the first
   */
  record Counter(long last, long published, Instant lastEventAt) {}

  /**
   * Locks the rooms' counters until the transaction ends. In one order, so that two pods never wait
   * for each other in a circle; before any insert, so that a later number can never commit first.
   */
  static Map<UUID, Counter> lock(Connection connection, Collection<UUID> rooms)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT room_id, last_sequence, published_sequence, last_event_at FROM room_sequences
            WHERE room_id = ANY (?) ORDER BY room_id FOR UPDATE
            """)) {
      select.setArray(1, Columns.of(connection, "uuid", rooms));
      Map<UUID, Counter> counters = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counters.put(
              row.getObject(1, UUID.class),
              new Counter(row.getLong(2), row.getLong(3), Columns.instant(row, "last_event_at")));
        }
      }
      return counters;
    }
  }

  static void advance(
      Connection connection, Map<UUID, Long> lastByRoom, Function<UUID, Instant> lastEventAt)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE room_sequences s
            SET last_sequence = k.last, last_event_at = k.last_event_at,
                unpublished_since = COALESCE(s.unpublished_since, now())
            FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[]) AS k (room_id, last, last_event_at)
            WHERE s.room_id = k.room_id
            """)) {
      update.setArray(1, Columns.of(connection, "uuid", lastByRoom.keySet()));
      update.setArray(2, Columns.of(connection, "bigint", lastByRoom.values()));
      update.setArray(3, Columns.of(connection, "timestamptz", lastByRoom.keySet(), lastEventAt));
      update.executeUpdate();
    }
  }

  /** The room's last committed number; 0 before the first. */
  static long last(Connection connection, UUID roomId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT last_sequence FROM room_sequences WHERE room_id = ?")) {
      select.setObject(1, roomId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
