package org.andon.messaging.fanout;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
    private long written;
    private final TreeSet<Long> ahead = new TreeSet<>();

    Progress(long watermark) {
      this.contiguous = watermark;
      this.stored = watermark;
    }

    synchronized void wrote(long number) {
      written = Math.max(written, number);
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

    synchronized boolean waiting() {
      return !ahead.isEmpty();
    }

    synchronized boolean unstored() {
      return contiguous > stored;
    }

    /** Everything this pod wrote is on Kafka, and the database knows. */
    synchronized boolean finished() {
      return contiguous == stored && contiguous >= written;
    }
  }

  /** This pod has written an event; {@code watermark} is what the database held then. */
  void wrote(UUID roomId, long sequenceNumber, long watermark) {
    // Within compute, so that the room is not forgotten as finished in between.
    rooms.compute(
        roomId,
        (id, known) -> {
          Progress progress = known == null ? new Progress(watermark) : known;
          progress.wrote(sequenceNumber);
          return progress;
        });
  }

  /** An event was read from Kafka. */
  void seen(UUID roomId, long sequenceNumber) {
    Progress progress = rooms.get(roomId);
    if (progress != null) {
      progress.seen(sequenceNumber);
    }
  }

  /**
   * Stores what has moved, learns what other pods have stored, and forgets the rooms that are done.
   */
  void store() {
    Map<UUID, Long> moved = new HashMap<>();
    Set<UUID> waiting = new HashSet<>();
    rooms.forEach(
        (room, progress) -> {
          if (progress.unstored()) {
            moved.put(room, progress.contiguous());
          } else if (progress.waiting()) {
            waiting.add(room);
          }
        });
    try {
      store(moved);
      learn(waiting);
    } catch (SQLException e) {
      LOG.warnf("watermarks not stored, tried again soon: %s", e.getMessage());
    }
    rooms
        .keySet()
        .forEach(room -> rooms.computeIfPresent(room, (id, p) -> p.finished() ? null : p));
  }

  /**
   * Stores watermarks that only ever go forward; locks in the order of the writers, who hold these
   * rows too.
   */
  void store(Map<UUID, Long> watermarks) throws SQLException {
    if (watermarks.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                WITH moved AS (
                  SELECT s.room_id, u.published
                  FROM unnest(?::uuid[], ?::bigint[]) AS u (room_id, published)
                  JOIN room_sequences s ON s.room_id = u.room_id
                  ORDER BY s.room_id FOR UPDATE OF s)
                UPDATE room_sequences s
                SET published_sequence = moved.published,
                    unpublished_since = CASE WHEN s.last_sequence > moved.published THEN now() END
                FROM moved
                WHERE s.room_id = moved.room_id AND s.published_sequence < moved.published
                  AND moved.published <= s.last_sequence
                """)) {
      update.setArray(1, connection.createArrayOf("uuid", watermarks.keySet().toArray()));
      update.setArray(2, connection.createArrayOf("bigint", watermarks.values().toArray()));
      update.executeUpdate();
    }
    watermarks.forEach(this::reached);
  }

  /**
   * What this pod did not see on Kafka itself, because it was not writing to the room then, another
   * pod has stored.
   */
  private void learn(Set<UUID> waiting) throws SQLException {
    if (waiting.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT room_id, published_sequence FROM room_sequences WHERE room_id = ANY (?)")) {
      select.setArray(1, connection.createArrayOf("uuid", waiting.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reached(row.getObject(1, UUID.class), row.getLong(2));
        }
      }
    }
  }

  private void reached(UUID roomId, long watermark) {
    Progress progress = rooms.get(roomId);
    if (progress != null) {
      progress.reached(watermark);
    }
  }
}
