package org.andon.messaging.report;

import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.andon.contracts.OutOfBounds;
import org.andon.messaging.message.Message;
import org.andon.messaging.message.MessageType;
import org.andon.messaging.message.Timeline.Entry;
import org.andon.messaging.message.Timeline.Reaction;

/**
 * An entry of the timeline as JSON tells it.
 *
 * @param content text; an object for {@code incident_data} and {@code system}; null once deleted
 */
record JsonEntry(
    long sequenceNumber,
    UUID messageId,
    String messageType,
    String senderId,
    String senderName,
    Object content,
    UUID fileId,
    UUID replyTo,
    Instant createdAt,
    List<Edit> edits,
    Instant deletedAt,
    String deletedBy,
    List<Reaction> reactions,
    String mark,
    String markedBy,
    List<OutOfBounds> outOfBounds,
    List<String> wrongType) {

  record Edit(Object before, Object after, Instant editedAt, String editedBy) {}

  static JsonEntry of(Entry entry) {
    Message message = entry.message();
    return new JsonEntry(
        message.sequenceNumber(),
        message.messageId(),
        message.type().wireName(),
        message.senderId(),
        message.senderName(),
        content(message.type(), message.content()),
        message.deleted() ? null : message.fileId(),
        message.replyTo(),
        message.createdAt(),
        entry.edits().stream()
            .map(
                edit ->
                    new Edit(
                        content(message.type(), edit.before()),
                        content(message.type(), edit.after()),
                        edit.at(),
                        edit.by()))
            .toList(),
        message.deletedAt(),
        entry.deletedBy(),
        entry.reactions(),
        message.mark() == null ? null : message.mark().wireName(),
        message.markedBy(),
        message.findings().outOfBounds(),
        message.findings().wrongType());
  }

  private static Object content(MessageType type, String content) {
    boolean object = type == MessageType.INCIDENT_DATA || type == MessageType.SYSTEM;
    return content != null && object ? new RawValue(content) : content;
  }
}
