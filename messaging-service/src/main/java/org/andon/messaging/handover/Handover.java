package org.andon.messaging.handover;

import java.time.Instant;
import java.util.UUID;

/**
 * What a line's shift leaves to the next.
 *
 * @param line the same for all rooms of a line, however its location was typed
 * @param location null for the rooms that have none
 * @param shift who takes over; null on demand, as {@code shiftChangeAt}
 * @param since when the shift that hands over had begun
 * @param madeBy null, as {@code madeByName}, when it was made by the schedule
 * @param note null for none
 * @param roomsLeftOut open rooms beyond those that a handover holds
 */
record Handover(
    UUID handoverId,
    String line,
    String location,
    String shift,
    Instant shiftChangeAt,
    Instant since,
    Instant madeAt,
    Instant dueAt,
    String madeBy,
    String madeByName,
    String note,
    int roomsLeftOut) {}
