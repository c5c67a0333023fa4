package org.andon.messaging.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When shifts change, every day alike.
 *
 * @param shifts none: handovers are made on demand alone
 * @param updatedBy null, as {@code updatedAt}, until somebody sets it
 */
record Schedule(
    ZoneId timeZone,
    List<Shift> shifts,
    int acknowledgeWithinMinutes,
    long version,
    String updatedBy,
    Instant updatedAt) {
  /** A shift that lasts a whole day has begun yesterday; the one before it the day before. */
  private static final int DAYS_BACK = 2;

  /**
   * A shift has begun.
   *
   * @param shift its name
   * @param since when the shift before it had begun
   */
  record Change(String shift, Instant at, Instant since) {}

  Duration acknowledgeWithin() {
    return Duration.ofMinutes(acknowledgeWithinMinutes);
  }

  /** The last one that is not after the moment; empty if no shifts are scheduled. */
  Optional<Change> lastChange(Instant moment) {
    NavigableMap<Instant, String> starts = starts(moment).headMap(moment, true);
    if (starts.isEmpty()) {
      return Optional.empty();
    }
    Map.Entry<Instant, String> last = starts.lastEntry();
    return Optional.of(new Change(last.getValue(), last.getKey(), starts.lowerKey(last.getKey())));
  }

  /**
   * A local time that a clock change leaves out counts as so much later, one that comes twice as
   * the first of the two. Two shifts that so begin at one moment are one.
   */
  private NavigableMap<Instant, String> starts(Instant moment) {
    NavigableMap<Instant, String> starts = new TreeMap<>();
    LocalDate today = moment.atZone(timeZone).toLocalDate();
    for (int daysBack = DAYS_BACK; daysBack >= 0; daysBack--) {
      for (Shift shift : shifts) {
        Instant start =
            ZonedDateTime.of(today.minusDays(daysBack), shift.startsAt(), timeZone).toInstant();
        starts.put(start, shift.name());
      }
    }
    return starts;
  }
}
