package org.andon.messaging.message;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.messaging.message.Change.Kind;
import org.andon.messaging.message.CounterStore.Counter;
import org.andon.messaging.message.ReceiptStore.RetryKey;

/**
 * Commands that are decided one after the other while their rooms' counters are locked, and written
 * together. What is asked of the database is asked once for all of them.
 */
final class CommandBatch {
  private final Limits limits;
  private final Instant now;
  private final Map<UUID, Counter> counters;
  private final Map<RetryKey, Receipt> known;
  private final Targets targets;
  private final ReadingRules.Expectations expectations;

  private final Map<UUID, Long> last = new HashMap<>();
  private final List<Message> posted = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Written> written = new ArrayList<>();

  /**
   * @param editWindow how long after it was sent a message may be edited
   * @param emojiPerMessage different ones, at the most
   */
  record Limits(Duration editWindow, int emojiPerMessage) {}

  /** Something new, in the order of the numbers within a room. */
  sealed interface Written {
    record Posted(Message message) implements Written {}

    /**
     * @param target the message after the change
     */
    record Changed(Change change, Message target) implements Written {}
  }

  private CommandBatch(
      Limits limits,
      Instant now,
      Map<UUID, Counter> counters,
      Map<RetryKey, Receipt> known,
      Targets targets,
      ReadingRules.Expectations expectations) {
    this.limits = limits;
    this.now = now;
    this.counters = counters;
    this.known = known;
    this.targets = targets;
    this.expectations = expectations;
  }

  /** Locks the commands' rooms, and reads what is needed to decide. */
  static CommandBatch open(
      Connection connection, List<RoomCommand> commands, Limits limits, ReadingRules rules)
      throws SQLException {
    Map<UUID, Counter> counters =
        CounterStore.lock(
            connection, commands.stream().map(RoomCommand::roomId).collect(Collectors.toSet()));
    Map<RetryKey, Receipt> known =
        ReceiptStore.find(
            connection,
            commands.stream()
                .map(RetryKey::of)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new CommandBatch(
        limits,
        now,
        counters,
        known,
        Targets.of(connection, commands),
        expectations(connection, commands, rules));
  }

  private static ReadingRules.Expectations expectations(
      Connection connection, List<RoomCommand> commands, ReadingRules rules) throws SQLException {
    Set<UUID> rooms =
        commands.stream()
            .filter(RoomCommand::structured)
            .map(RoomCommand::roomId)
            .collect(Collectors.toSet());
    return rooms.isEmpty() ? (room, content) -> Findings.NONE : rules.of(connection, rooms);
  }

  /**
   * Does a command, unless it was done before: then the first answer is given again.
   *
   * @throws WriteFailure if it may not be done; nothing has changed then
   */
  Receipt decide(RoomCommand command) {
    RetryKey key = RetryKey.of(command);
    Receipt before = key == null ? null : known.get(key);
    if (before != null) {
      return before;
    }
    Receipt receipt =
        switch (command) {
          case RoomCommand.Post post -> post(post);
          case RoomCommand.Edit edit -> edit(edit);
          case RoomCommand.Delete delete -> delete(delete);
          case RoomCommand.React react -> react(react);
          case RoomCommand.SetMark mark -> mark(mark);
          case RoomCommand.RecordEvent event -> record(event);
        };
    if (key != null) {
      known.put(key, receipt);
    }
    return receipt;
  }

  private Receipt post(RoomCommand.Post post) {
    if (post.replyTo() != null && targets.find(post.roomId(), post.replyTo()).isEmpty()) {
      throw new WriteFailure.FieldRefused("reply_to", "is not a message of this room.");
    }
    Findings findings = found(post, post.content());
    return store(
        Message.posted(newId(), nextNumber(post.roomId()), post, findings, now(post.roomId())));
  }

  private Findings found(RoomCommand command, String content) {
    return command.structured() ? expectations.hold(command.roomId(), content) : Findings.NONE;
  }

  private Receipt record(RoomCommand.RecordEvent event) {
    return store(Message.system(newId(), nextNumber(event.roomId()), event, now(event.roomId())));
  }

  private Receipt store(Message message) {
    posted.add(message);
    written.add(new Written.Posted(message));
    return new Receipt(message.messageId(), message.sequenceNumber(), message.createdAt());
  }

  private Receipt edit(RoomCommand.Edit edit) {
    Message message = target(edit, edit.messageId());
    if (!message.senderId().equals(edit.userId()) || message.type() == MessageType.SYSTEM) {
      throw new WriteFailure.NotYours("Only the author may edit a message.");
    }
    requireNotDeleted(message);
    if (now(edit.roomId()).isAfter(message.createdAt().plus(limits.editWindow()))) {
      throw new WriteFailure.EditWindowClosed(limits.editWindow().toMinutes());
    }
    if (edit.json() != (message.type() == MessageType.INCIDENT_DATA)) {
      throw new WriteFailure.FieldRefused(
          "content", edit.json() ? "is text here." : "is a JSON object here.");
    }
    List<String> mentions = edit.roster().afterEdit(message, edit.content());
    Findings findings = found(edit, edit.content());
    Kind kind =
        new Kind.Edited(edit.content(), mentions, message.content(), message.mentions(), findings);
    if (edit.content().equals(message.content()) && mentions.equals(message.mentions())) {
      return unchanged(edit, edit.messageId(), kind);
    }
    return change(
        edit, message.edited(edit.content(), mentions, findings, now(edit.roomId())), kind);
  }

  private Receipt delete(RoomCommand.Delete delete) {
    Message message = target(delete, delete.messageId());
    if (message.type() == MessageType.SYSTEM) {
      throw new WriteFailure.NotYours("What the system has recorded stays.");
    }
    if (!delete.moderator() && !message.senderId().equals(delete.userId())) {
      throw new WriteFailure.NotYours("Only the author or an owner may delete a message.");
    }
    Kind kind = new Kind.Deleted(message.content(), message.mentions());
    return message.deleted()
        ? unchanged(delete, delete.messageId(), kind)
        : change(delete, message.deleted(now(delete.roomId())), kind);
  }

  private Receipt react(RoomCommand.React react) {
    Message message = target(react, react.messageId());
    requireNotDeleted(message);
    if (targets.present(react) == react.present()) {
      return unchanged(
          react, react.messageId(), new Kind.Reacted(react.emoji(), react.present(), Map.of()));
    }
    if (react.present()
        && !targets.has(react.messageId(), react.emoji())
        && targets.emojiOn(react.messageId()) >= limits.emojiPerMessage()) {
      throw new WriteFailure.FieldRefused(
          "emoji", "is one too many: there are " + limits.emojiPerMessage() + " different ones.");
    }
    long number = nextNumber(react.roomId());
    Map<String, Integer> counts = targets.react(react, number);
    return numbered(
        react, number, message, new Kind.Reacted(react.emoji(), react.present(), counts));
  }

  private Receipt mark(RoomCommand.SetMark command) {
    Message message = target(command, command.messageId());
    requireNotDeleted(message);
    if (message.type() == MessageType.SYSTEM) {
      throw new WriteFailure.NotYours("What the system has recorded takes no mark.");
    }
    Kind kind = new Kind.Marked(command.mark(), message.mark());
    return command.mark() == message.mark()
        ? unchanged(command, command.messageId(), kind)
        : change(command, message.marked(command.mark(), command.userId()), kind);
  }

  private Receipt change(RoomCommand command, Message after, Kind kind) {
    targets.replace(after);
    return numbered(command, nextNumber(command.roomId()), after, kind);
  }

  private Receipt numbered(RoomCommand command, long number, Message target, Kind kind) {
    Change change = change(command, number, target.messageId(), kind);
    changes.add(change);
    written.add(new Written.Changed(change, target));
    return change.receipt();
  }

  /** Remembered only so that a retry gets this same answer. */
  private Receipt unchanged(RoomCommand command, UUID messageId, Kind kind) {
    Change change = change(command, null, messageId, kind);
    if (command.clientMsgId() != null) {
      changes.add(change);
    }
    return change.receipt();
  }

  private Change change(RoomCommand command, Long number, UUID messageId, Kind kind) {
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

  private Message target(RoomCommand command, UUID messageId) {
    return targets.find(command.roomId(), messageId).orElseThrow(WriteFailure.NoSuchMessage::new);
  }

  private static void requireNotDeleted(Message message) {
    if (message.deleted()) {
      throw new WriteFailure.Deleted();
    }
  }

  private long nextNumber(UUID roomId) {
    return last.merge(roomId, counter(roomId).last() + 1, (number, first) -> number + 1);
  }

  /** Never before the room's last event, should this pod's clock be behind another's. */
  private Instant now(UUID roomId) {
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

  private static UUID newId() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  void write(Connection connection, Iterable<MessageIndex> indexes) throws SQLException {
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
