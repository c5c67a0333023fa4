package org.andon.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message, as it stands on the WebSocket and on {@link TopicNames#MESSAGES}: the same bytes.
 *
 * @param type always {@code message}
 * @param sequenceNumber the room's gapless number, from 1
 * @param messageType {@code text}, {@code image_ref}, {@code file_ref} or {@code incident_data}
 * @param content text, or a JSON object for {@code incident_data}; null once deleted
 * @param mentions user ids
 * @param fileUrl where the gateway serves {@code fileId}
 * @param clientMsgId the sender's own id of the message, or null
 * @param editedAt absent unless edited, as {@code deletedAt}
 * @param mark {@code root_cause}, {@code decision}, {@code action} or {@code measurement}; absent
 *     unless marked
 * @param outOfBounds values that the room's limits did not allow when it was committed; absent if
 *     there are none, as {@code wrongType}
 * @param wrongType keys whose value is not of the type that the room expected
 * @param machine true where the sender is a service account; absent where it is a person
 */
public record MessageFrame(
    String type,
    UUID roomId,
    long sequenceNumber,
    UUID messageId,
    String senderId,
    String senderName,
    String messageType,
    Object content,
    List<String> mentions,
    UUID fileId,
    String fileUrl,
    UUID replyTo,
    UUID clientMsgId,
    Instant createdAt,
    Instant editedAt,
    Instant deletedAt,
    String mark,
    List<OutOfBounds> outOfBounds,
    List<String> wrongType,
    Boolean machine) {}
