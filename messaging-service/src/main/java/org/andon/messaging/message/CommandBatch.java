package org.andon.messaging.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.messaging.message.Change.Kind;
import org.andon.messaging.message.CounterStore.Counter;
import org.andon.messaging.message.Journal.Written;
import org.andon.messaging.message.ReceiptStore.RetryKey;

/**
 * Commands that are decided one after the other while their rooms' counters are locked, and written
 * together. What is asked of the database is asked once for all of them.
 */
final class CommandBatch {
  private final Limits limits;
  private final Map<RetryKey, Receipt> known;
  private final Targets targets;
  private final ReadingRules.Expectations expectations;
  private final Journal journal;

  /**
   * @param editWindow how long after it was sent a message may be edited
   * @param emojiPerMessage different ones, at the most
   */
  record Limits(Duration editWindow, int emojiPerMessage) {}

  private CommandBatch(
      Limits limits,
      Map<RetryKey, Receipt> known,
      Targets targets,
      ReadingRules.Expectations expectations,
      Journal journal) {
    this.limits = limits;
    this.known = known;
    this.targets = targets;
    this.expectations = expectations;
    this.journal = journal;
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
        known,
        Targets.of(connection, commands),
        expectations(connection, commands, rules),
        new Journal(counters, now));
  }

  private static ReadingRules.Expectations expectations(
      Connection connection, List<RoomCommand> commands, ReadingRules rules) throws SQLException {
    Set<UUID> rooms =
        commands.stream()
            .filter(command -> command.readings() != null)
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
    Findings findings = found(post);
    UUID room = post.roomId();
    return journal.post(
        Message.posted(
            Journal.newId(), journal.nextNumber(room), post, findings, journal.now(room)));
  }

  private Findings found(RoomCommand command) {
    String readings = command.readings();
    return readings == null ? Findings.NONE : expectations.hold(command.roomId(), readings);
  }

  private Receipt record(RoomCommand.RecordEvent event) {
    UUID room = event.roomId();
    Findings findings = found(event);
    return journal.post(
        Message.system(
            Journal.newId(), journal.nextNumber(room), event, findings, journal.now(room)));
  }

  private Receipt edit(RoomCommand.Edit edit) {
    Message message = target(edit, edit.messageId());
    if (!message.senderId().equals(edit.userId()) || message.type() == MessageType.SYSTEM) {
      throw new WriteFailure.NotYours("Only the author may edit a message.");
    }
    requireNotDeleted(message);
    if (journal.now(edit.roomId()).isAfter(message.createdAt().plus(limits.editWindow()))) {
      throw new WriteFailure.EditWindowClosed(limits.editWindow().toMinutes());
    }
    if (edit.json() != (message.type() == MessageType.INCIDENT_DATA)) {
      throw new WriteFailure.FieldRefused(
          "content", edit.json() ? "is text here." : "is a JSON object here.");
    }
    List<String> mentions = edit.roster().afterEdit(message, edit.content());
    Findings findings = found(edit);
    Kind kind =
        new Kind.Edited(edit.content(), mentions, message.content(), message.mentions(), findings);
    if (edit.content().equals(message.content()) && mentions.equals(message.mentions())) {
      return journal.unchanged(edit, edit.messageId(), kind);
    }
    return change(
        edit, message.edited(edit.content(), mentions, findings, journal.now(edit.roomId())), kind);
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
        ? journal.unchanged(delete, delete.messageId(), kind)
        : change(delete, message.deleted(journal.now(delete.roomId())), kind);
  }

  private Receipt react(RoomCommand.React react) {
    Message message = target(react, react.messageId());
    requireNotDeleted(message);
    if (targets.present(react) == react.present()) {
      return journal.unchanged(
          react, react.messageId(), new Kind.Reacted(react.emoji(), react.present(), Map.of()));
    }
    if (react.present()
        && !targets.has(react.messageId(), react.emoji())
        && targets.emojiOn(react.messageId()) >= limits.emojiPerMessage()) {
      throw new WriteFailure.FieldRefused(
          "emoji", "is one too many: there are " + limits.emojiPerMessage() + " different ones.");
    }
    long number = journal.nextNumber(react.roomId());
    Map<String, Integer> counts = targets.react(react, number);
    return journal.change(
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
        ? journal.unchanged(command, command.messageId(), kind)
        : change(command, message.marked(command.mark(), command.userId()), kind);
  }

  private Receipt change(RoomCommand command, Message after, Kind kind) {
    targets.replace(after);
    return journal.change(command, journal.nextNumber(command.roomId()), after, kind);
  }

  private Message target(RoomCommand command, UUID messageId) {
    return targets.find(command.roomId(), messageId).orElseThrow(WriteFailure.NoSuchMessage::new);
  }

  private static void requireNotDeleted(Message message) {
    if (message.deleted()) {
      throw new WriteFailure.Deleted();
    }
  }

  void write(Connection connection, Iterable<MessageIndex> indexes) throws SQLException {
    journal.write(connection, targets, indexes);
  }

  List<Written> written() {
    return journal.written();
  }

  /** The Kafka watermarks of the rooms that were written to. */
  Map<UUID, Long> published() {
    return journal.published();
  }
}
