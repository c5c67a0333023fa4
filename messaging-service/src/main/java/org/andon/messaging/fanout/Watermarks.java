package org.andon.messaging.fanout;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
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
   * From what this pod knows the database to hold, to what it shall hold. A watermark that is below
   * was set back by an operator ({@code republish}): what lies between is still to be published.
   */
  private record Move(long from, long to) {}

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

    synchronized boolean waiting() {
      return !ahead.isEmpty();
    }

    synchronized Optional<Move> unstored() {
      return contiguous > stored ? Optional.of(new Move(stored, contiguous)) : Optional.empty();
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
    Map<UUID, Move> moved = new HashMap<>();
    Set<UUID> waiting = new HashSet<>();
    rooms.forEach(
        (room, progress) -> {
          Optional<Move> move = progress.unstored();
          if (move.isPresent()) {
            moved.put(room, move.get());
          } else if (progress.waiting()) {
            waiting.add(room);
          }
        });
    try {
      storeMoves(moved);
      learn(waiting);
    } catch (SQLException e) {
      LOG.warnf("watermarks not stored, tried again soon: %s", e.getMessage());
    }
    rooms
        .keySet()
        .forEach(room -> rooms.computeIfPresent(room, (id, p) -> p.finished() ? null : p));
  }

  /** Everything of a room from {@code from} up to {@code to} has been published. */
  void published(UUID roomId, long from, long to) throws SQLException {
    storeMoves(Map.of(roomId, new Move(from, to)));
  }

  /**
   * Stores watermarks that only ever go forward; locks in the order of the writers, who hold these
   * rows too.
   */
  private void storeMoves(Map<UUID, Move> moves) throws SQLException {
    if (moves.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                WITH moved AS (
                  SELECT s.room_id, u.known, u.published
                  FROM unnest(?::uuid[], ?::bigint[], ?::bigint[]) AS u (room_id, known, published)
                  JOIN room_sequences s ON s.room_id = u.room_id
                  ORDER BY s.room_id FOR UPDATE OF s)
                UPDATE room_sequences s
                SET published_sequence = moved.published,
                    unpublished_since = CASE WHEN s.last_sequence > moved.published THEN now() END
                FROM moved
                WHERE s.room_id = moved.room_id AND s.published_sequence < moved.published
                  AND s.published_sequence >= moved.known AND moved.published <= s.last_sequence
                """)) {
      update.setArray(1, connection.createArrayOf("uuid", moves.keySet().toArray()));
      update.setArray(2, numbers(connection, moves, Move::from));
      update.setArray(3, numbers(connection, moves, Move::to));
      update.executeUpdate();
    }
    moves.forEach((room, move) -> reached(room, move.to()));
  }

  private static Array numbers(
      Connection connection, Map<UUID, Move> moves, ToLongFunction<Move> number)
      throws SQLException {
    return connection.createArrayOf(
        "bigint", moves.values().stream().mapToLong(number).boxed().toArray());
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
