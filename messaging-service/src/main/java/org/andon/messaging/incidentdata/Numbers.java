package org.andon.messaging.incidentdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** JSON's numbers have no bounds, those of {@code numeric} have; nobody measures beyond these. */
final class Numbers {
  private static final int MOST_DIGITS = 300;

  private Numbers() {}

  /** Whether it has at most 300 digits on either side of the point; or is no number at all. */
  static boolean storable(JsonNode value) {
    if (!value.isNumber()) {
      return true;
    }
    BigDecimal number = value.decimalValue();
    return number.scale() <= MOST_DIGITS
        && (long) number.precision() - number.scale() <= MOST_DIGITS;
  }
}
