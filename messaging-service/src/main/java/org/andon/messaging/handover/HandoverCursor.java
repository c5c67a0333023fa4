package org.andon.messaging.handover;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.andon.messaging.query.Cursor;

/** A handover's place among all: by time, then by id. */
record HandoverCursor(Instant madeAt, UUID handoverId) {
  static HandoverCursor of(String cursor) {
    return Cursor.read(cursor, HandoverCursor::parse);
  }

  private static HandoverCursor parse(String text) {
    String[] parts = text.split(" ", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("no place of a handover");
    }
    try {
      return new HandoverCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  String encoded() {
    return Cursor.of(madeAt + " " + handoverId);
  }
}
