package org.andon.room.room;

import java.time.Instant;
import java.util.UUID;
import org.andon.room.web.Cursor;

/**
 * Where the next page starts: after this room. Good for one order only.
 *
 * @param time the room's place in that order
 * @param snapshot what the database had committed when the first page was read; pages that follow
 *     show rooms at the places they had then
 */
record RoomCursor(RoomOrder order, Instant time, UUID roomId, String snapshot) {
  /** No room is later; PostgreSQL's own range is wider, but narrower than what a cursor can say. */
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

  /** Null for no cursor. */
  static RoomCursor parse(String text, RoomOrder order) {
    return Cursor.parse(
        text,
        4,
        words -> {
          RoomCursor cursor =
              new RoomCursor(
                  RoomOrder.valueOf(words[0]),
                  Instant.ofEpochMilli(Long.parseLong(words[1])),
                  UUID.fromString(words[2]),
                  words[3]);
          boolean possible = !cursor.time.isBefore(Instant.EPOCH) && !cursor.time.isAfter(END);
          if (cursor.order != order || !possible || words[3].indexOf('\0') >= 0) {
            throw new IllegalArgumentException(text);
          }
          return cursor;
        });
  }

  String encoded() {
    return Cursor.of(order, time.toEpochMilli(), roomId, snapshot);
  }
}
