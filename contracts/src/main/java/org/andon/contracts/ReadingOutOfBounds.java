package org.andon.contracts;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A value was reported that the room's limits do not allow, on {@link TopicNames#READINGS}.
 *
 * @param sequenceNumber of the message, or of the edit, that reports it
 * @param location where the room is; null if it does not say
 * @param field its key in the message's content
 * @param unit null for none
 * @param limit the one that was passed
 * @param bound which one: {@code low} or {@code high}
 */
public record ReadingOutOfBounds(
    UUID roomId,
    String location,
    long sequenceNumber,
    UUID messageId,
    String field,
    BigDecimal value,
    String unit,
    BigDecimal limit,
    String bound) {}
