package org.andon.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A message was deleted: ids only, never its text; on the WebSocket and on {@link
 * TopicNames#MESSAGES}: the same bytes.
 *
 * @param type always {@code message_deleted}
 * @param sequenceNumber the room's gapless number of this change
 * @param deletedBy user id
 */
public record MessageDeletedFrame(
    String type,
    UUID roomId,
    long sequenceNumber,
    UUID messageId,
    Instant deletedAt,
    String deletedBy) {}
