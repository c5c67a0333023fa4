package org.andon.room.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that people of a room are told of.
 *
 * @param eventId nobody is told twice of the same one
 * @param messageId null where it is about no message, as {@code sequenceNumber}
 * @param actorId who did it; null where nobody did
 * @param actorName null where it is not known
 * @param excerpt how the message begins; null where that says nothing
 * @param details what else there is to say, by kind
 */
record Occurrence(
    UUID eventId,
    Kind kind,
    UUID roomId,
    UUID messageId,
    Long sequenceNumber,
    String actorId,
    String actorName,
    String excerpt,
    Map<String, Object> details,
    Instant at) {}
