package org.andon.messaging.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.andon.messaging.message.Change.Kind;

/**
 * What a message said at one time, or that it was deleted.
 *
 * @param version from 1, the original
 * @param editedAt when it came to say this
 * @param editedBy user id
 */
record Revision(
    int version,
    Object content,
    Instant editedAt,
    String editedBy,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant deletedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) String deletedBy) {

  /** A message's revisions, oldest first, from what was done to it. */
  static List<Revision> of(Message message, List<Change> changes) {
    List<Revision> revisions = new ArrayList<>();
    revisions.add(
        new Revision(
            1,
            content(message, changes.isEmpty() ? message.content() : before(changes.getFirst())),
            message.createdAt(),
            message.senderId(),
            null,
            null));
    for (Change change : changes) {
      int version = revisions.size() + 1;
      switch (change.kind()) {
        case Kind.Edited edited ->
            revisions.add(
                new Revision(
                    version,
                    content(message, edited.content()),
                    change.createdAt(),
                    change.userId(),
                    null,
                    null));
        case Kind.Deleted deleted ->
            revisions.add(
                new Revision(version, null, null, null, change.createdAt(), change.userId()));
        case Kind.Marked marked -> {}
        case Kind.Reacted reacted -> {}
        case Kind.OfLaterVersion later -> {}
      }
    }
    return revisions;
  }

  /** Without what it said. */
  Revision silent() {
    return new Revision(version, null, editedAt, editedBy, deletedAt, deletedBy);
  }

  private static String before(Change change) {
    return switch (change.kind()) {
      case Kind.Edited edited -> edited.previousContent();
      case Kind.Deleted deleted -> deleted.previousContent();
      case Kind.Marked marked -> throw new IllegalStateException("a mark is no revision");
      case Kind.Reacted reacted -> throw new IllegalStateException("a reaction is no revision");
      case Kind.OfLaterVersion later -> throw new IllegalStateException(later.name());
    };
  }

  private static Object content(Message message, String content) {
    return message.type() == MessageType.INCIDENT_DATA ? new RawValue(content) : content;
  }
}
