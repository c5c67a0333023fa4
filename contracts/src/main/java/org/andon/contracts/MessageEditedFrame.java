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
 * @param outOfBounds values that the room's limits did not allow when it was committed; absent if
 *     there are none, as {@code wrongType}
 * @param wrongType keys whose value is not of the type that the room expected
 */
public record MessageEditedFrame(
    String type,
    UUID roomId,
    long sequenceNumber,
    UUID messageId,
    Object content,
    List<String> mentions,
    Instant editedAt,
    String editedBy,
    List<OutOfBounds> outOfBounds,
    List<String> wrongType) {}
