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
 * @param findings none unless it has readings
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
    String markedBy,
    Findings findings) {

  static Message posted(
      UUID messageId, long number, RoomCommand.Post post, Findings findings, Instant at) {
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
        null,
        findings);
  }

  static Message system(
      UUID messageId, long number, RoomCommand.RecordEvent event, Findings findings, Instant at) {
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
        null,
        findings);
  }

  Message edited(String newContent, List<String> newMentions, Findings newFindings, Instant at) {
    return with(newContent, newMentions, at, deletedAt, mark, markedBy, newFindings);
  }

  /** What is deleted matters no more. */
  Message deleted(Instant at) {
    return with(content, mentions, editedAt, at, null, null, Findings.NONE);
  }

  /**
   * @param newMark null to take it away
   */
  Message marked(Mark newMark, String by) {
    String newMarkedBy = newMark == null ? null : by;
    return with(content, mentions, editedAt, deletedAt, newMark, newMarkedBy, findings);
  }

  /** Without what it said. */
  Message silent() {
    return with(null, List.of(), editedAt, deletedAt, mark, markedBy, Findings.NONE);
  }

  private Message with(
      String content,
      List<String> mentions,
      Instant editedAt,
      Instant deletedAt,
      Mark mark,
      String markedBy,
      Findings findings) {
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
        markedBy,
        findings);
  }

  public boolean deleted() {
    return deletedAt != null;
  }
}
