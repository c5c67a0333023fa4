package org.andon.messaging.message;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a message matters as, in its incident. */
public enum Mark {
  ROOT_CAUSE,
  DECISION,
  ACTION,
  MEASUREMENT;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Mark> of(String wireName) {
    return Stream.of(values()).filter(mark -> mark.wireName().equals(wireName)).findFirst();
  }

  /** Null for null. */
  static Mark stored(String wireName) {
    return wireName == null ? null : of(wireName).orElseThrow();
  }

  /** Null for null. */
  static String name(Mark mark) {
    return mark == null ? null : mark.wireName();
  }
}
