package org.andon.messaging.message;

import java.util.List;
import java.util.UUID;

/**
 * A message to be written; its fields have been checked.
 *
 * @param clientMsgId the sender's own id of it, good for ever: the same one again writes nothing;
 *     or null
 * @param content text, or for {@code INCIDENT_DATA} a JSON object as text
 * @param mentions user ids
 * @param fileId null unless the type refers to a file
 * @param replyTo a message id, or null
 */
public record NewMessage(
    UUID roomId,
    String senderId,
    String senderName,
    UUID clientMsgId,
    MessageType type,
    String content,
    List<String> mentions,
    UUID fileId,
    UUID replyTo) {}
