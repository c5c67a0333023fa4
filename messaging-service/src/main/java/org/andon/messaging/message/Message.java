package org.andon.messaging.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message as it is stored.
 *
 * @param content text; for {@code INCIDENT_DATA} and {@code SYSTEM} a JSON object as text. Still
 *     there once the message is deleted, for the audit alone
 * @param mentions user ids
 * @param mark null unless somebody marked it, as {@code markedBy}
 * @param roomVersion of the room's change that a {@code SYSTEM} message tells of; else null
 */
public record Message(
    UUID messageId,
    UUID roomId,
    long sequenceNumber,
    String senderId,
    String senderName,
    MessageType type,
    String content,
    List<String> mentions,
    UUID fileId,
    UUID replyTo,
    UUID clientMsgId,
    Long roomVersion,
    Instant createdAt,
    Instant editedAt,
    Instant deletedAt,
    Mark mark,
    String markedBy) {

  static Message posted(UUID messageId, long number, RoomCommand.Post post, Instant at) {
    return new Message(
        messageId,
        post.roomId(),
        number,
        post.userId(),
        post.userName(),
        post.type(),
        post.content(),
        post.mentions(),
        post.fileId(),
        post.replyTo(),
        post.clientMsgId(),
        null,
        at,
        null,
        null,
        null,
        null);
  }

  static Message system(UUID messageId, long number, RoomCommand.RecordEvent event, Instant at) {
    return new Message(
        messageId,
        event.roomId(),
        number,
        event.userId(),
        event.userId(),
        MessageType.SYSTEM,
        event.content(),
        List.of(),
        null,
        null,
        null,
        event.roomVersion(),
        at,
        null,
        null,
        null,
        null);
  }

  Message edited(String newContent, List<String> newMentions, Instant at) {
    return with(newContent, newMentions, at, deletedAt, mark, markedBy);
  }

  /** What is deleted matters no more. */
  Message deleted(Instant at) {
    return with(content, mentions, editedAt, at, null, null);
  }

  /**
   * @param newMark null to take it away
   */
  Message marked(Mark newMark, String by) {
    return with(content, mentions, editedAt, deletedAt, newMark, newMark == null ? null : by);
  }

  /** Without what it said. */
  Message silent() {
    return with(null, List.of(), editedAt, deletedAt, mark, markedBy);
  }

  private Message with(
      String content,
      List<String> mentions,
      Instant editedAt,
      Instant deletedAt,
      Mark mark,
      String markedBy) {
    return new Message(
        messageId,
        roomId,
        sequenceNumber,
        senderId,
        senderName,
        type,
        content,
        mentions,
        fileId,
        replyTo,
        clientMsgId,
        roomVersion,
        createdAt,
        editedAt,
        deletedAt,
        mark,
        markedBy);
  }

  public boolean deleted() {
    return deletedAt != null;
  }
}
