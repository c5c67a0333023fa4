package org.andon.messaging.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.andon.messaging.incidentdata.Readings.At;
import org.andon.messaging.incidentdata.Readings.Measured;

/**
 * A field's numbers as a row of a table, and as a line in a box of {@link #WIDTH} by {@link
 * #HEIGHT}. The line alone is drawn; its scale is text beside it, so that it needs no fonts of the
 * machine it is drawn on, and reads as the rest of the page does.
 *
 * @param limits in words; empty for none
 * @param outOfBounds how many passed a limit when they were reported; empty for none
 * @param top the number at the top of the box, as {@code bottom}
 * @param lines where the limits are in the box, from its top
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
    String limits,
    String outOfBounds,
    String top,
    String bottom,
    List<String> lines,
    String line) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 120;

  /** So that the line's own width is not cut off at the edges. */
  private static final int MARGIN = 4;

  /** More than any instrument shows. */
  private static final MathContext DIGITS = new MathContext(7, RoundingMode.HALF_UP);

  static Chart of(Measured measured, Limits limits, Words words) {
    Scale scale = Scale.of(measured, limits);
    return new Chart(
        measured.field(),
        Long.toString(measured.count()),
        number(measured.min()),
        number(measured.max()),
        number(measured.last()),
        words.time(measured.from()),
        words.time(measured.to()),
        limits.text(),
        measured.outOfBounds() == 0 ? "" : Long.toString(measured.outOfBounds()),
        number(scale.highest()),
        number(scale.lowest()),
        Stream.of(limits.low(), limits.high())
            .filter(Objects::nonNull)
            .map(limit -> coordinate(scale.y(limit)))
            .toList(),
        measured.course().size() < 2 ? null : line(measured, scale));
  }

  private static String number(BigDecimal value) {
    BigDecimal rounded = value.round(DIGITS).stripTrailingZeros();
    return rounded.precision() - rounded.scale() > DIGITS.getPrecision()
        ? rounded.toString()
        : rounded.toPlainString();
  }

  /** From the least to the greatest of the numbers and the limits. */
  private record Scale(BigDecimal lowest, BigDecimal highest) {
    static Scale of(Measured measured, Limits limits) {
      List<BigDecimal> shown =
          Stream.of(measured.min(), measured.max(), limits.low(), limits.high())
              .filter(Objects::nonNull)
              .sorted()
              .toList();
      return new Scale(shown.getFirst(), shown.getLast());
    }

    /** From the top of the box. */
    double y(BigDecimal value) {
      double range = highest.doubleValue() - lowest.doubleValue();
      double share = range == 0 ? 0.5 : (value.doubleValue() - lowest.doubleValue()) / range;
      return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }
  }

  private static String coordinate(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String line(Measured measured, Scale scale) {
    List<At> course = measured.course();
    Instant first = course.getFirst().time();
    double span = millis(first, course.getLast().time());
    return course.stream()
        .map(
            at -> {
              double x = millis(first, at.time()) / span;
              return coordinate(MARGIN + x * (WIDTH - 2 * MARGIN))
                  + ","
                  + coordinate(scale.y(at.value()));
            })
        .collect(Collectors.joining(" "));
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }
}
