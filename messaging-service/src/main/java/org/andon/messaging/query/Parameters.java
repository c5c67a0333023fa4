package org.andon.messaging.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.andon.http.InvalidParameter;

/** Reads query parameters; what cannot be read is an {@link InvalidParameter}. */
public final class Parameters {
  public static final String DEFAULT_LIMIT = "50";

  private static final int MAX_LIMIT = 200;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private Parameters() {}

  /** How many items a page has: 1 to 200. */
  public static int limit(String text) {
    return limit(text, MAX_LIMIT);
  }

  public static int limit(String text, int max) {
    if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= max) {
      return Integer.parseInt(text);
    }
    throw new InvalidParameter("limit", "is a number from 1 to " + max + ".");
  }

  /** A sequence number: not negative. */
  public static long number(String parameter, String text) {
    if (text != null && text.matches("\\d{1,18}")) {
      return Long.parseLong(text);
    }
    throw new InvalidParameter(parameter, "is a sequence_number.");
  }

  /** A time with its offset, as RFC 3339 writes it; null if absent. */
  public static Instant time(String parameter, String text) {
    if (text == null) {
      return null;
    }
    try {
      // a plus sign in a query is a blank once decoded
      Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
      if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
        return time;
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw new InvalidParameter(parameter, "is a time like 2026-11-22T03:00:00.000Z.");
  }

  /** Null if absent. PostgreSQL has no U+0000. */
  public static String text(String parameter, String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw new InvalidParameter(parameter, "holds a character that is not text.");
    }
    return text;
  }

  /** Null if absent. */
  public static Boolean flag(String parameter, String text) {
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidParameter(parameter, "is true or false.");
    };
  }
}
