package org.andon.messaging.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.andon.messaging.room.Frame;

/**
 * The durable events of a room again, in the order of their numbers: messages as they are now, and
 * the changes that were made to any. Applied in order they give the present state; text that was
 * deleted is not among them.
 */
@ApplicationScoped
public class Replay {
  private final History history;
  private final EventFrames frames;

  Replay(History history, EventFrames frames) {
    this.history = history;
    this.frames = frames;
  }

  /** The events after one number and up to another, oldest first. */
  public List<CommittedEvent> events(UUID roomId, long after, long upTo, int limit) {
    return history.read(connection -> events(connection, roomId, after, upTo, limit));
  }

  /** The same as frames. */
  public List<Frame> frames(UUID roomId, long after, long upTo, int limit) {
    return events(roomId, after, upTo, limit).stream().map(CommittedEvent::frame).toList();
  }

  private List<CommittedEvent> events(
      Connection connection, UUID roomId, long after, long upTo, int limit) throws SQLException {
    // Changes first: a message that is deleted between the two reads is read as deleted.
    List<Change> changes = ChangeStore.range(connection, roomId, after, upTo, limit);
    List<Message> messages = MessageStore.range(connection, roomId, after, upTo, limit);
    Map<UUID, Message> targets = targets(connection, changes, messages);
    return Stream.concat(
            messages.stream().map(frames::posted),
            changes.stream().map(change -> frames.changed(change, targets.get(change.messageId()))))
        .sorted(Comparator.comparingLong(CommittedEvent::sequenceNumber))
        .limit(limit)
        .toList();
  }

  private static Map<UUID, Message> targets(
      Connection connection, List<Change> changes, List<Message> messages) throws SQLException {
    Map<UUID, Message> targets = new HashMap<>();
    messages.forEach(message -> targets.put(message.messageId(), message));
    Set<UUID> missing = new HashSet<>();
    changes.forEach(change -> missing.add(change.messageId()));
    missing.removeAll(targets.keySet());
    MessageStore.byIds(connection, missing)
        .forEach(message -> targets.put(message.messageId(), message));
    return targets;
  }
}
