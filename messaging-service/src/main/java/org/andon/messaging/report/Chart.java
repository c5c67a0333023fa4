package org.andon.messaging.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.andon.messaging.incidentdata.Readings.At;
import org.andon.messaging.incidentdata.Readings.Measured;

/**
 * A field's numbers as a row of a table, and as a line in a box of {@link #WIDTH} by {@link
 * #HEIGHT}. The line alone is drawn; its scale is text beside it, so that it needs no fonts of the
 * machine it is drawn on, and reads as the rest of the page does.
 *
 * @param line points of an SVG polyline; null for too few to make a line
 */
public record Chart(
    String field,
    String count,
    String min,
    String max,
    String last,
    String from,
    String to,
    String line) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 120;

  /** So that the line's own width is not cut off at the edges. */
  private static final int MARGIN = 4;

  /** More than any instrument shows. */
  private static final MathContext DIGITS = new MathContext(7, RoundingMode.HALF_UP);

  static Chart of(Measured measured, Words words) {
    return new Chart(
        measured.field(),
        Long.toString(measured.count()),
        number(measured.min()),
        number(measured.max()),
        number(measured.last()),
        words.time(measured.from()),
        words.time(measured.to()),
        measured.course().size() < 2 ? null : line(measured));
  }

  private static String number(BigDecimal value) {
    BigDecimal rounded = value.round(DIGITS).stripTrailingZeros();
    return rounded.precision() - rounded.scale() > DIGITS.getPrecision()
        ? rounded.toString()
        : rounded.toPlainString();
  }

  private static String line(Measured measured) {
    List<At> course = measured.course();
    Instant first = course.getFirst().time();
    double span = millis(first, course.getLast().time());
    double lowest = measured.min().doubleValue();
    double range = measured.max().doubleValue() - lowest;
    return course.stream()
        .map(
            at -> {
              double x = millis(first, at.time()) / span;
              double y = range == 0 ? 0.5 : (at.value().doubleValue() - lowest) / range;
              return String.format(
                  Locale.ROOT,
                  "%.1f,%.1f",
                  MARGIN + x * (WIDTH - 2 * MARGIN),
                  HEIGHT - MARGIN - y * (HEIGHT - 2 * MARGIN));
            })
        .collect(Collectors.joining(" "));
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }
}
