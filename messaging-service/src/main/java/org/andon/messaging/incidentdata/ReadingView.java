package org.andon.messaging.incidentdata;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A number that was reported, and where.
 *
 * @param location null if the room has none
 * @param field as the question for a series takes it
 * @param outOfBounds null within limits
 */
record ReadingView(
    UUID roomId,
    String roomTitle,
    String location,
    UUID messageId,
    long sequenceNumber,
    String senderId,
    String senderName,
    Instant measuredAt,
    String field,
    BigDecimal value,
    Passed outOfBounds) {

  /**
   * The limit that was passed, when the message was committed.
   *
   * @param unit null for none
   * @param bound {@code low} or {@code high}
   */
  record Passed(BigDecimal limit, String bound, String unit) {}
}
