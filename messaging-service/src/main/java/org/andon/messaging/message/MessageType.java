package org.andon.messaging.message;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a message holds. */
public enum MessageType {
  TEXT,
  IMAGE_REF,
  FILE_REF,
  /** A JSON object of named values. */
  INCIDENT_DATA,
  /** What happened to the room, a JSON object; written by the server alone. */
  SYSTEM;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<MessageType> of(String wireName) {
    return Stream.of(values()).filter(type -> type.wireName().equals(wireName)).findFirst();
  }

  public boolean refersToFile() {
    return this == IMAGE_REF || this == FILE_REF;
  }
}
