package org.andon.room.notification;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When somebody wants neither mail nor push.
 *
 * @param end not after the start means the next day
 * @param days on which they begin
 * @param criticalPasses whether they do not hold for critical incidents
 */
record QuietHours(
    @NotNull @JsonFormat(pattern = "HH:mm") LocalTime start,
    @NotNull @JsonFormat(pattern = "HH:mm") LocalTime end,
    @NotEmpty Set<@NotNull Day> days,
    @NotNull Boolean criticalPasses) {

  /** A week of whole days has no later end than this many. */
  private static final int DAYS = 8;

  /** The first moment from a time on that is not quiet, or the last one looked for. */
  ZonedDateTime over(ZonedDateTime time) {
    ZonedDateTime moment = time;
    for (int i = 0; i < DAYS; i++) {
      ZonedDateTime now = moment;
      ZonedDateTime end =
          Stream.of(now.toLocalDate().minusDays(1), now.toLocalDate())
              .filter(date -> isQuiet(date, now))
              .map(date -> endOf(date, now))
              .findFirst()
              .orElse(now);
      if (end.equals(now)) {
        return now;
      }
      moment = end;
    }
    return moment;
  }

  private boolean isQuiet(LocalDate begun, ZonedDateTime now) {
    return days.contains(Day.of(begun.getDayOfWeek()))
        && !now.isBefore(begun.atTime(start).atZone(now.getZone()))
        && now.isBefore(endOf(begun, now));
  }

  private ZonedDateTime endOf(LocalDate begun, ZonedDateTime now) {
    LocalDate date = end.isAfter(start) ? begun : begun.plusDays(1);
    return date.atTime(end).atZone(now.getZone());
  }
}
