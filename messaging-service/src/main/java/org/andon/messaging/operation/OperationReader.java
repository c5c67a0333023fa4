package org.andon.messaging.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.andon.messaging.message.Mark;
import org.andon.messaging.message.MessageType;

/** Reads what somebody wants to do, refusing what is not as the protocol says. */
@ApplicationScoped
public class OperationReader {
  static final int MAX_CONTENT_CODE_POINTS = 10_000;
  static final int MAX_INCIDENT_DATA_BYTES = 16 * 1024;
  static final int MAX_MENTIONS = 100;

  public Operation.Post post(Fields fields, UUID clientMsgId) {
    MessageType type = messageType(fields);
    UUID fileId = fields.uuid("file_id");
    if (type.refersToFile() && fileId == null) {
      throw Refused.field("file_id", "is required for " + type.wireName() + ".");
    }
    return new Operation.Post(
        clientMsgId,
        type,
        type == MessageType.INCIDENT_DATA ? incidentData(fields) : text(fields),
        fields.userIds("mentions", MAX_MENTIONS),
        type.refersToFile() ? fileId : null,
        fields.uuid("reply_to"));
  }

  private static MessageType messageType(Fields fields) {
    if (!fields.has("message_type")) {
      return MessageType.TEXT;
    }
    return MessageType.of(fields.requiredText("message_type"))
        .filter(type -> type != MessageType.SYSTEM)
        .orElseThrow(
            () -> Refused.field("message_type", "is text, image_ref, file_ref or incident_data."));
  }

  public Operation.Edit edit(Fields fields, UUID clientMsgId) {
    boolean structured = fields.isObject("content");
    return new Operation.Edit(
        clientMsgId,
        fields.requiredUuid("message_id"),
        structured ? incidentData(fields) : text(fields),
        structured);
  }

  public Operation.Delete delete(Fields fields, UUID clientMsgId) {
    return new Operation.Delete(clientMsgId, fields.requiredUuid("message_id"));
  }

  public Operation.React react(Fields fields, UUID clientMsgId, boolean present) {
    UUID messageId = fields.requiredUuid("message_id");
    String emoji = fields.requiredText("emoji");
    if (!Emoji.isOne(emoji)) {
      throw Refused.field("emoji", "is one emoji.");
    }
    return new Operation.React(clientMsgId, messageId, emoji, present);
  }

  public Operation.SetMark mark(Fields fields, UUID clientMsgId) {
    UUID messageId = fields.requiredUuid("message_id");
    return new Operation.SetMark(clientMsgId, messageId, mark(fields));
  }

  /** To be said outright: a frame without it has forgotten it. */
  private static Mark mark(Fields fields) {
    if (fields.isNull("mark")) {
      return null;
    }
    return Mark.of(fields.requiredText("mark"))
        .orElseThrow(
            () -> Refused.field("mark", "is root_cause, decision, action, measurement or null."));
  }

  private static String text(Fields fields) {
    return fields.text("content", MAX_CONTENT_CODE_POINTS);
  }

  private static String incidentData(Fields fields) {
    return fields.namedValues("content", MAX_INCIDENT_DATA_BYTES);
  }
}
