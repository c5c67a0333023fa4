package org.andon.contracts;

import java.math.BigDecimal;

/**
 * A value of an {@code incident_data} message or an alarm that its room's limits did not allow when
 * it was committed.
 *
 * @param field its key in the content, or in the alarm's readings
 * @param unit as the room had it; null for none
 * @param limit the one that was passed
 * @param bound which one: {@code low} or {@code high}
 */
public record OutOfBounds(
    String field, BigDecimal value, String unit, BigDecimal limit, String bound) {}
