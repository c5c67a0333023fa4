package org.andon.messaging.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.andon.messaging.message.ReactionStore.Tally;

/** Reads what has been written. */
@ApplicationScoped
public class History {
  private final AgroalDataSource dataSource;
  private final EventFrames frames;
  private final ObjectMapper json;

  History(AgroalDataSource dataSource, EventFrames frames, ObjectMapper json) {
    this.dataSource = dataSource;
    this.frames = frames;
    this.json = json;
  }

  /** The room's last committed number; 0 before the first. */
  public long lastSequence(UUID roomId) {
    return read(connection -> CounterStore.last(connection, roomId));
  }

  /**
   * What a user has done in a room under their own id of it.
   *
   * @param clientMsgId may be null: then nothing
   */
  public Optional<Receipt> receipt(UUID roomId, String userId, UUID clientMsgId) {
    if (clientMsgId == null) {
      return Optional.empty();
    }
    ReceiptStore.RetryKey key = new ReceiptStore.RetryKey.Client(roomId, userId, clientMsgId);
    return Optional.ofNullable(
        read(connection -> ReceiptStore.find(connection, List.of(key))).get(key));
  }

  /** Messages as history shows them to somebody, by their ids; unknown ids are left out. */
  public Map<UUID, MessageView> views(Collection<UUID> messageIds, String viewer) {
    return read(
        connection -> views(connection, MessageStore.byIds(connection, messageIds), viewer));
  }

  /** The messages that are marked, oldest first. */
  List<MessageView> marked(UUID roomId, String viewer) {
    return read(
        connection ->
            List.copyOf(
                views(connection, MessageStore.marked(connection, roomId), viewer).values()));
  }

  /** Newest first. */
  HistoryPage page(UUID roomId, Position before, int limit, String viewer) {
    return read(
        connection -> {
          // Before the messages: a client that goes on from here may hear twice of what was
          // committed meanwhile, but misses nothing.
          long last = CounterStore.last(connection, roomId);
          List<Message> found = found(connection, roomId, before, limit + 1);
          List<Message> items = found.subList(0, Math.min(limit, found.size()));
          return HistoryPage.of(
              List.copyOf(views(connection, items, viewer).values()),
              limit,
              found.size() > limit,
              last);
        });
  }

  private static List<Message> found(Connection connection, UUID roomId, Position before, int limit)
      throws SQLException {
    return switch (before) {
      case Position.Number(long number) -> MessageStore.before(connection, roomId, number, limit);
      case Position.Time(Instant time) -> MessageStore.before(connection, roomId, time, limit);
    };
  }

  private Map<UUID, MessageView> views(Connection connection, List<Message> messages, String viewer)
      throws SQLException {
    Map<UUID, List<Tally>> tallies =
        ReactionStore.tallies(
            connection, messages.stream().map(Message::messageId).toList(), viewer);
    Map<UUID, MessageView> views = new LinkedHashMap<>();
    for (Message message : messages) {
      UUID id = message.messageId();
      views.put(id, view(message, tallies.getOrDefault(id, List.of())));
    }
    return views;
  }

  private MessageView view(Message message, List<Tally> reactions) {
    if (message.type() == MessageType.SYSTEM) {
      ObjectNode event = frames.systemFrame(message);
      event.put("message_type", message.type().wireName());
      event.set("created_at", json.valueToTree(message.createdAt()));
      return new MessageView.Happened(event, message.sequenceNumber());
    }
    return new MessageView.Said(frames.messageFrame(message), reactions);
  }

  /** What a message has said, oldest first; empty if the room has no such message. */
  Optional<Revisions> revisions(UUID roomId, UUID messageId) {
    return read(
        connection -> {
          List<Message> found = MessageStore.byIds(connection, List.of(messageId));
          if (found.isEmpty() || !found.getFirst().roomId().equals(roomId)) {
            return Optional.empty();
          }
          Message message = found.getFirst();
          return Optional.of(
              new Revisions(
                  message.senderId(),
                  Revision.of(message, ChangeStore.revisions(connection, List.of(messageId)))));
        });
  }

  record Revisions(String author, List<Revision> items) {}

  /** Where a page of history begins. */
  sealed interface Position {
    record Number(long sequenceNumber) implements Position {}

    record Time(Instant time) implements Position {}
  }

  <T> T read(Query<T> query) {
    try (Connection connection = dataSource.getConnection()) {
      return query.run(connection);
    } catch (SQLException e) {
      throw new WriteFailure.Unavailable(e);
    }
  }

  interface Query<T> {
    T run(Connection connection) throws SQLException;
  }
}
