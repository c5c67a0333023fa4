package org.andon.messaging.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.messaging.message.Change.Kind;

/** A room's messages in the order of their numbers, each with all that became of it. */
@ApplicationScoped
public class Timeline {
  private final History history;

  Timeline(History history) {
    this.history = history;
  }

  /**
   * @param message as it is now; what a deleted one said is not in it
   * @param edits oldest first; of a deleted message only who and when
   * @param deletedBy null unless deleted
   */
  public record Entry(
      Message message, List<Edit> edits, String deletedBy, List<Reaction> reactions) {}

  /**
   * @param before null if the message was deleted since, as {@code after}
   */
  public record Edit(String before, String after, Instant at, String by) {}

  public record Reaction(String emoji, int count) {}

  /** The messages after one number and up to another, oldest first. */
  public List<Entry> page(UUID roomId, long after, long upTo, int limit) {
    return history.read(
        connection ->
            entries(connection, MessageStore.range(connection, roomId, after, upTo, limit)));
  }

  /** The messages that are marked, oldest first. */
  public List<Entry> marked(UUID roomId) {
    return history.read(connection -> entries(connection, MessageStore.marked(connection, roomId)));
  }

  /** The files that messages up to a number refer to, oldest first, deleted or not. */
  public Set<UUID> files(UUID roomId, long upTo) {
    return history.read(connection -> MessageStore.files(connection, roomId, upTo));
  }

  private static List<Entry> entries(Connection connection, List<Message> messages)
      throws SQLException {
    List<UUID> ids = messages.stream().map(Message::messageId).toList();
    Map<UUID, List<Change>> changes =
        ChangeStore.revisions(connection, changed(messages)).stream()
            .collect(Collectors.groupingBy(Change::messageId));
    var tallies = ReactionStore.tallies(connection, ids, "");
    return messages.stream()
        .map(
            message ->
                entry(
                    message,
                    changes.getOrDefault(message.messageId(), List.of()),
                    tallies.getOrDefault(message.messageId(), List.of()).stream()
                        .map(tally -> new Reaction(tally.emoji(), tally.count()))
                        .toList()))
        .toList();
  }

  private static List<UUID> changed(List<Message> messages) {
    return messages.stream()
        .filter(message -> message.editedAt() != null || message.deleted())
        .map(Message::messageId)
        .toList();
  }

  private static Entry entry(Message message, List<Change> changes, List<Reaction> reactions) {
    List<Edit> edits =
        changes.stream()
            .filter(change -> change.kind() instanceof Kind.Edited)
            .map(change -> edit(message, change, (Kind.Edited) change.kind()))
            .toList();
    String deletedBy =
        changes.stream()
            .filter(change -> change.kind() instanceof Kind.Deleted)
            .map(Change::userId)
            .findFirst()
            .orElse(null);
    return new Entry(message.deleted() ? message.silent() : message, edits, deletedBy, reactions);
  }

  private static Edit edit(Message message, Change change, Kind.Edited edited) {
    return message.deleted()
        ? new Edit(null, null, change.createdAt(), change.userId())
        : new Edit(edited.previousContent(), edited.content(), change.createdAt(), change.userId());
  }
}
