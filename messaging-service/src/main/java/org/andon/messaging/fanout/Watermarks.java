package org.andon.messaging.fanout;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * How far each room's events are known to be on Kafka. An event counts when this pod has read it
 * there: that tells of every pod's events alike. The database's watermark follows a little later.
 */
@ApplicationScoped
class Watermarks {
  private static final Logger LOG = Logger.getLogger(Watermarks.class);

  private final AgroalDataSource dataSource;
  private final Map<UUID, Progress> rooms = new ConcurrentHashMap<>();

  Watermarks(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Everything up to {@code contiguous} is on Kafka; {@code stored} is what the database says of
   * it.
   */
  private static final class Progress {
    private long contiguous;
    private long stored;
    private final TreeSet<Long> ahead = new TreeSet<>();

    Progress(long watermark) {
      this.contiguous = watermark;
      this.stored = watermark;
    }

    synchronized void seen(long number) {
      if (number > contiguous) {
        ahead.add(number);
        advance();
      }
    }

    synchronized void reached(long number) {
      contiguous = Math.max(contiguous, number);
      stored = Math.max(stored, number);
      ahead.headSet(contiguous, true).clear();
      advance();
    }

    private void advance() {
      while (!ahead.isEmpty() && ahead.first() == contiguous + 1) {
        contiguous = ahead.pollFirst();
      }
    }

    synchronized long contiguous() {
      return contiguous;
    }

    synchronized boolean unstored() {
      return contiguous > stored;
    }

    synchronized boolean idle() {
      return contiguous == stored && ahead.isEmpty();
    }
  }

  /** Begins to follow rooms that this pod writes to, from the watermarks the database held. */
  void follow(Map<UUID, Long> watermarks) {
    watermarks.forEach(
        (room, watermark) -> rooms.computeIfAbsent(room, id -> new Progress(watermark)));
  }

  /** An event was read from Kafka. */
  void seen(UUID roomId, long sequenceNumber) {
    Progress progress = rooms.get(roomId);
    if (progress != null) {
      progress.seen(sequenceNumber);
    }
  }

  void store() {
    Map<UUID, Long> moved = new HashMap<>();
    rooms.forEach(
        (room, progress) -> {
          if (progress.unstored()) {
            moved.put(room, progress.contiguous());
          }
        });
    if (!moved.isEmpty()) {
      try {
        store(moved);
      } catch (SQLException e) {
        LOG.warnf("watermarks not stored, tried again soon: %s", e.getMessage());
      }
    }
    rooms.keySet().forEach(room -> rooms.computeIfPresent(room, (id, p) -> p.idle() ? null : p));
  }

  /** Stores watermarks that only ever go forward. */
  void store(Map<UUID, Long> watermarks) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                UPDATE room_sequences s
                SET published_sequence = k.published,
                    unpublished_since = CASE WHEN s.last_sequence > k.published THEN now() END
                FROM (SELECT * FROM unnest(?::uuid[], ?::bigint[]) AS u (room_id, published)) k
                WHERE s.room_id = k.room_id AND s.published_sequence < k.published
                  AND k.published <= s.last_sequence
                """)) {
      update.setArray(1, connection.createArrayOf("uuid", watermarks.keySet().toArray()));
      update.setArray(2, connection.createArrayOf("bigint", watermarks.values().toArray()));
      update.executeUpdate();
    }
    watermarks.forEach(
        (room, number) -> {
          Progress progress = rooms.get(room);
          if (progress != null) {
            progress.reached(number);
          }
        });
  }
}
