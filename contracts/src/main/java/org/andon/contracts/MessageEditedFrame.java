package org.andon.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message got new content; on the WebSocket and on {@link TopicNames#MESSAGES}: the same bytes.
 *
 * @param type always {@code message_edited}
 * @param sequenceNumber the room's gapless number of this change
 * @param content what the message says from now on, in the shape of the message itself; null if it
 *     has been deleted since
 * @param mentions user ids
 * @param editedBy user id
 */
public record MessageEditedFrame(
    String type,
    UUID roomId,
    long sequenceNumber,
    UUID messageId,
    Object content,
    List<String> mentions,
    Instant editedAt,
    String editedBy) {}
