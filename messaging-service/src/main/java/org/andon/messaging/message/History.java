package org.andon.messaging.message;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.room.Frame;

/** Reads what has been written. */
@ApplicationScoped
public class History {
  private final AgroalDataSource dataSource;
  private final MessageFrames frames;

  History(AgroalDataSource dataSource, MessageFrames frames) {
    this.dataSource = dataSource;
    this.frames = frames;
  }

  /** The room's last committed number; 0 before the first. */
  public long lastSequence(UUID roomId) {
    return read(connection -> MessageStore.lastSequence(connection, roomId));
  }

  /** The durable frames after one number and up to another, oldest first. */
  public List<Frame> frames(UUID roomId, long after, long upTo, int limit) {
    return events(roomId, after, upTo, limit).stream().map(CommittedEvent::frame).toList();
  }

  /** The same as events, to be published. */
  public List<CommittedEvent> events(UUID roomId, long after, long upTo, int limit) {
    return read(connection -> MessageStore.range(connection, roomId, after, upTo, limit)).stream()
        .map(frames::posted)
        .toList();
  }

  /** Newest first. */
  HistoryPage page(UUID roomId, Position before, int limit) {
    return read(
        connection -> {
          List<Message> found = found(connection, roomId, before, limit + 1);
          List<Message> items = found.subList(0, Math.min(limit, found.size()));
          return HistoryPage.of(
              items.stream().map(frames::view).toList(),
              limit,
              found.size() > limit,
              MessageStore.lastSequence(connection, roomId));
        });
  }

  private static List<Message> found(Connection connection, UUID roomId, Position before, int limit)
      throws SQLException {
    return switch (before) {
      case Position.Number(long number) -> MessageStore.before(connection, roomId, number, limit);
      case Position.Time(Instant time) -> MessageStore.before(connection, roomId, time, limit);
    };
  }

  /** Where a page of history begins. */
  sealed interface Position {
    record Number(long sequenceNumber) implements Position {}

    record Time(Instant time) implements Position {}
  }

  private <T> T read(Query<T> query) {
    try (Connection connection = dataSource.getConnection()) {
      return query.run(connection);
    } catch (SQLException e) {
      throw new WriteFailure.Unavailable(e);
    }
  }

  private interface Query<T> {
    T run(Connection connection) throws SQLException;
  }
}
