package org.andon.contracts;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody reacted to a message, or took it back; on the WebSocket and on {@link
 * TopicNames#MESSAGES}: the same bytes.
 *
 * @param type {@code reaction_added} or {@code reaction_removed}
 * @param sequenceNumber the room's gapless number of this change
 * @param userId who reacted
 * @param reactions how many people stand behind each emoji after it
 */
public record ReactionFrame(
    String type,
    UUID roomId,
    long sequenceNumber,
    UUID messageId,
    String emoji,
    String userId,
    Map<String, Integer> reactions) {}
