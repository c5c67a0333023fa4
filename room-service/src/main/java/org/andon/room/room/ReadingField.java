package org.andon.room.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.andon.http.Text;

/**
 * A reading that a room expects of those who report from the line.
 *
 * @param name its key in a structured message
 * @param label what people are shown; null for the name
 * @param unit null for none
 * @param low the least value within limits, null for none; {@code high} the greatest. As many
 *     digits as every client's floating point tells apart.
 * @param choices what may be chosen; empty unless that is its type
 */
public record ReadingField(
    @NotNull @Text(max = 100, required = true, line = true) String name,
    @Text(max = 100, line = true) String label,
    @Text(max = 20, line = true) String unit,
    @NotNull Type type,
    @Digits(integer = 15, fraction = 9) BigDecimal low,
    @Digits(integer = 15, fraction = 9) BigDecimal high,
    @Size(max = 20) List<@NotNull @Text(max = 50, required = true, line = true) String> choices) {
  private static final int MOST_DIGITS = 15;

  /** What kind of value it is. */
  public enum Type {
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("integer")
    INTEGER,
    @JsonProperty("text")
    TEXT,
    @JsonProperty("boolean")
    BOOLEAN,
    @JsonProperty("choice")
    CHOICE;

    boolean isNumeric() {
      return this == NUMBER || this == INTEGER;
    }
  }

  public ReadingField {
    name = strip(name);
    label = Room.emptyToNull(label);
    unit = Room.emptyToNull(unit);
    low = plain(low);
    high = plain(high);
    choices = choices == null ? List.of() : choices.stream().map(ReadingField::strip).toList();
  }

  private static String strip(String text) {
    return text == null ? null : text.strip();
  }

  /** 80 and 80.0 are one limit. What has too many digits stays as it is, to be refused. */
  private static BigDecimal plain(BigDecimal number) {
    if (number == null) {
      return null;
    }
    BigDecimal least = number.stripTrailingZeros();
    return least.scale() < 0 && least.scale() >= -MOST_DIGITS ? least.setScale(0) : least;
  }
}
