package org.andon.messaging.fanout;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.message.Replay;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.room.Frame;
import org.andon.messaging.room.RoomRegistry;
import org.jboss.logging.Logger;

/**
 * Reads from the database what Kafka has not brought to a live room within a tick or two: a record
 * that is lost, late, or on a Kafka that is away.
 */
@ApplicationScoped
class GapFiller {
  private static final Logger LOG = Logger.getLogger(GapFiller.class);
  private static final int FRAMES_AT_ONCE = 1000;

  private final AgroalDataSource dataSource;
  private final RoomRegistry registry;
  private final Replay replay;
  private final FanoutMeters meters;

  /** Rooms that were behind at the last tick, and the number they stood at. */
  private Map<UUID, Long> behindBefore = Map.of();

  GapFiller(
      AgroalDataSource dataSource, RoomRegistry registry, Replay replay, FanoutMeters meters) {
    this.meters = meters;
    this.dataSource = dataSource;
    this.registry = registry;
    this.replay = replay;
  }

  void fill() {
    Map<UUID, Long> delivered = registry.delivered();
    if (delivered.isEmpty()) {
      return;
    }
    try {
      Map<UUID, Long> behind = behind(delivered);
      behind.forEach(
          (room, last) -> {
            if (delivered.get(room).equals(behindBefore.get(room))) {
              fill(room, delivered.get(room), last);
            }
          });
      delivered.keySet().retainAll(behind.keySet());
      behindBefore = delivered;
    } catch (SQLException | WriteFailure e) {
      LOG.warnf("gaps not filled, tried again soon: %s", e.getMessage());
    }
  }

  private void fill(UUID room, long delivered, long last) {
    LOG.infof(
        "room behind room_id=%s delivered=%d last=%d: read from the database",
        room, delivered, last);
    List<Frame> missing = replay.frames(room, delivered, last, FRAMES_AT_ONCE);
    missing.forEach(frame -> registry.offer(room, frame));
    meters.filled(missing.size());
  }

  /**
   * Of the given rooms those that have more than was delivered, with their last numbers. One
   * look-up by primary key each.
   */
  private Map<UUID, Long> behind(Map<UUID, Long> delivered) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT s.room_id, s.last_sequence
                FROM unnest(?::uuid[], ?::bigint[]) AS k (room_id, delivered)
                JOIN room_sequences s ON s.room_id = k.room_id AND s.last_sequence > k.delivered
                """)) {
      select.setArray(1, connection.createArrayOf("uuid", delivered.keySet().toArray()));
      select.setArray(2, connection.createArrayOf("bigint", delivered.values().toArray()));
      Map<UUID, Long> behind = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          behind.put(row.getObject(1, UUID.class), row.getLong(2));
        }
      }
      return behind;
    }
  }
}
