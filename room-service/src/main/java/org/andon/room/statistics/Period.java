package org.andon.room.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.andon.http.InvalidParameter;

/** From one moment, that counts, to another, that does not. */
record Period(Instant from, Instant to) {
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

  static Period parse(String from, String to, Duration usual) {
    Instant end = to == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : parse("to", to);
    Instant start = from == null ? end.minus(usual) : parse("from", from);
    if (!start.isBefore(end)) {
      throw new InvalidParameter("from", "must be before to");
    }
    return new Period(start, end);
  }

  private static Instant parse(String parameter, String text) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (!time.isBefore(Instant.EPOCH) && !time.isAfter(END)) {
        return time;
      }
    } catch (DateTimeParseException e) {
      // Answered below, as a time nobody can have meant is.
    }
    throw new InvalidParameter(parameter, "must be a time like 2026-11-22T08:00:00Z");
  }
}
