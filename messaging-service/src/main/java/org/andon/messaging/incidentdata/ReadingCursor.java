package org.andon.messaging.incidentdata;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.andon.messaging.query.Cursor;

/**
 * A reading's place among all: by time, then room, number and field.
 *
 * @param field a JSON pointer
 */
record ReadingCursor(Instant measuredAt, UUID roomId, long sequenceNumber, String field) {

  static ReadingCursor of(String cursor) {
    return Cursor.read(cursor, ReadingCursor::parse);
  }

  private static ReadingCursor parse(String text) {
    String[] parts = text.split(" ", 4);
    if (parts.length < 4 || parts[3].indexOf('\0') >= 0) {
      throw new IllegalArgumentException("no place of a reading");
    }
    try {
      return new ReadingCursor(
          Instant.parse(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]), parts[3]);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  String encoded() {
    return Cursor.of(measuredAt + " " + roomId + " " + sequenceNumber + " " + field);
  }
}
