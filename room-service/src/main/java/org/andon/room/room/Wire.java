package org.andon.room.room;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.andon.http.InvalidParameter;

/** The names of closed sets as they stand in JSON, URLs and events: lower case. */
final class Wire {
  private Wire() {}

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Every text may name several, with commas between them. */
  static <E extends Enum<E>> List<E> parse(String field, List<String> names, Class<E> type) {
    return names.stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .filter(name -> !name.isEmpty())
        .map(name -> parse(field, name, type))
        .distinct()
        .toList();
  }

  private static <E extends Enum<E>> E parse(String field, String name, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> name(constant).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidParameter(
                    field,
                    Arrays.stream(type.getEnumConstants())
                        .map(Wire::name)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }
}
