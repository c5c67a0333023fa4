package org.andon.messaging.message;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What every message of a room has said, in the order of the numbers. */
@ApplicationScoped
public class RevisionLog {
  private final History history;

  RevisionLog(History history) {
    this.history = history;
  }

  /**
   * @param sequenceNumber of the event that brought it
   * @param revision without its text, if the message is deleted
   */
  public record NumberedRevision(
      long sequenceNumber, UUID messageId, @JsonUnwrapped Revision revision) {}

  /** The revisions after one number and up to another. */
  public List<NumberedRevision> between(UUID roomId, long after, long upTo) {
    return history.read(connection -> between(connection, roomId, after, upTo));
  }

  private static List<NumberedRevision> between(
      Connection connection, UUID roomId, long after, long upTo) throws SQLException {
    int limit = Math.toIntExact(upTo - after);
    Set<UUID> ids = new HashSet<>();
    ChangeStore.range(connection, roomId, after, upTo, limit)
        .forEach(change -> ids.add(change.messageId()));
    MessageStore.range(connection, roomId, after, upTo, limit)
        .forEach(message -> ids.add(message.messageId()));
    Map<UUID, List<Change>> changes =
        ChangeStore.revisions(connection, ids).stream()
            .collect(Collectors.groupingBy(Change::messageId));
    // After the changes: one that is deleted between the two reads is read as deleted.
    return MessageStore.byIds(connection, ids).stream()
        .filter(message -> message.type() != MessageType.SYSTEM)
        .flatMap(
            message ->
                numbered(message, changes.getOrDefault(message.messageId(), List.of())).stream())
        .filter(one -> one.sequenceNumber() > after && one.sequenceNumber() <= upTo)
        .sorted(Comparator.comparingLong(NumberedRevision::sequenceNumber))
        .toList();
  }

  private static List<NumberedRevision> numbered(Message message, List<Change> changes) {
    List<NumberedRevision> numbered = new ArrayList<>();
    List<Revision> revisions = Revision.of(message, changes);
    for (int i = 0; i < revisions.size(); i++) {
      Revision revision = revisions.get(i);
      numbered.add(
          new NumberedRevision(
              i == 0 ? message.sequenceNumber() : changes.get(i - 1).sequenceNumber(),
              message.messageId(),
              message.deleted() ? revision.silent() : revision));
    }
    return numbered;
  }
}
