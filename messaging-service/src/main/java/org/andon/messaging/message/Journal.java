package org.andon.messaging.message;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.message.CounterStore.Counter;

/** What a batch adds to its rooms: numbered without a gap, timed, and written all at once. */
final class Journal {
  private final Map<UUID, Counter> counters;
  private final Instant now;

  private final Map<UUID, Long> last = new HashMap<>();
  private final List<Message> posted = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Written> written = new ArrayList<>();

  /** Something new, in the order of the numbers within a room. */
  sealed interface Written {
    record Posted(Message message) implements Written {}

    /**
     * @param target the message after the change
     */
    record Changed(Change change, Message target) implements Written {}
  }

  /**
   * @param counters of the batch's rooms, which are locked
   */
  Journal(Map<UUID, Counter> counters, Instant now) {
    this.counters = counters;
    this.now = now;
  }

  static UUID newId() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  long nextNumber(UUID roomId) {
    return last.merge(roomId, counter(roomId).last() + 1, (number, first) -> number + 1);
  }

  /** Never before the room's last event, should this pod's clock be behind another's. */
  Instant now(UUID roomId) {
    Instant lastEventAt = counter(roomId).lastEventAt();
    return lastEventAt != null && lastEventAt.isAfter(now) ? lastEventAt : now;
  }

  private Counter counter(UUID roomId) {
    Counter counter = counters.get(roomId);
    if (counter == null) {
      throw new WriteFailure.Unavailable(null);
    }
    return counter;
  }

  Receipt post(Message message) {
    posted.add(message);
    written.add(new Written.Posted(message));
    return new Receipt(message.messageId(), message.sequenceNumber(), message.createdAt());
  }

  /**
   * @param target the message after the change
   */
  Receipt change(RoomCommand command, long number, Message target, Change.Kind kind) {
    Change change = entry(command, number, target.messageId(), kind);
    changes.add(change);
    written.add(new Written.Changed(change, target));
    return change.receipt();
  }

  /** Remembered only so that a retry gets this same answer. */
  Receipt unchanged(RoomCommand command, UUID messageId, Change.Kind kind) {
    Change change = entry(command, null, messageId, kind);
    if (command.clientMsgId() != null) {
      changes.add(change);
    }
    return change.receipt();
  }

  private Change entry(RoomCommand command, Long number, UUID messageId, Change.Kind kind) {
    return new Change(
        newId(),
        command.roomId(),
        number,
        messageId,
        command.userId(),
        command.clientMsgId(),
        now(command.roomId()),
        kind);
  }

  /**
   * @param targets what the changes have made of their messages
   */
  void write(Connection connection, Targets targets, Iterable<MessageIndex> indexes)
      throws SQLException {
    if (!posted.isEmpty()) {
      MessageStore.insert(connection, posted);
    }
    if (!changes.isEmpty()) {
      ChangeStore.insert(connection, changes);
    }
    targets.write(connection);
    List<Message> changed = targets.changed();
    for (MessageIndex index : indexes) {
      if (!posted.isEmpty()) {
        index.posted(connection, posted);
      }
      if (!changed.isEmpty()) {
        index.changed(connection, changed);
      }
    }
    if (!last.isEmpty()) {
      CounterStore.advance(connection, last, this::now);
    }
  }

  List<Written> written() {
    return written;
  }

  /** The Kafka watermarks of the rooms that were written to. */
  Map<UUID, Long> published() {
    Map<UUID, Long> published = new HashMap<>();
    last.keySet().forEach(room -> published.put(room, counters.get(room).published()));
    return published;
  }
}
