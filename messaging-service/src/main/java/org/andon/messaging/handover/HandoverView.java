package org.andon.messaging.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A handover, as far as its reader may know of it.
 *
 * @param shift who takes over; null on demand
 * @param madeBy null when made by the schedule
 * @param overdue whether nobody has acknowledged it, and somebody should have
 * @param roomCount rooms that the reader is a member of; the numbers after it are of these alone
 * @param roomsLeftOut open rooms of the line beyond those that a handover holds
 */
record HandoverView(
    UUID handoverId,
    String location,
    String shift,
    Instant shiftChangeAt,
    Instant since,
    Instant madeAt,
    String madeBy,
    String madeByName,
    String note,
    Instant dueAt,
    boolean overdue,
    List<Acknowledgement> acknowledgements,
    int roomCount,
    long messageCount,
    long openActionCount,
    long outOfBoundsCount,
    int roomsLeftOut) {

  /**
   * Somebody has taken it over.
   *
   * @param late after it was due
   */
  record Acknowledgement(String userId, String name, Instant acknowledgedAt, boolean late) {}
}
