package org.andon.contracts;

import java.util.UUID;

/**
 * A message was marked as what matters in the incident, or is no longer; on the WebSocket and on
 * {@link TopicNames#MESSAGES}: the same bytes.
 *
 * @param type always {@code message_marked}
 * @param sequenceNumber the room's gapless number of this change
 * @param mark {@code root_cause}, {@code decision}, {@code action} or {@code measurement}; null
 *     when it was taken away
 * @param markedBy user id
 */
public record MessageMarkedFrame(
    String type, UUID roomId, long sequenceNumber, UUID messageId, String mark, String markedBy) {}
