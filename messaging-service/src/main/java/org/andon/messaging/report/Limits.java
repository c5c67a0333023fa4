package org.andon.messaging.report;

import java.math.BigDecimal;
import java.util.Optional;
import org.andon.contracts.IncidentRoom;

/**
 * What a reading is to keep within, now.
 *
 * @param low null for no such limit, as {@code high}
 * @param text as people read it; empty without limits
 */
record Limits(BigDecimal low, BigDecimal high, String text) {
  private static final Limits NONE = new Limits(null, null, "");

  static Limits of(Optional<IncidentRoom.Field> field, Words words) {
    return field.map(it -> new Limits(it.low(), it.high(), text(it, words))).orElse(NONE);
  }

  private static String text(IncidentRoom.Field field, Words words) {
    String low = withUnit(field.low(), field.unit());
    String high = withUnit(field.high(), field.unit());
    if (field.low() == null) {
      return field.high() == null ? "" : words.sentence("limit.high", high);
    }
    return field.high() == null
        ? words.sentence("limit.low", low)
        : words.sentence("limit.both", field.low().toPlainString(), high);
  }

  /** As people write a value of this unit; null for no value. */
  static String withUnit(BigDecimal value, String unit) {
    if (value == null) {
      return null;
    }
    return unit == null ? value.toPlainString() : value.toPlainString() + " " + unit;
  }
}
