package org.andon.room.room;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.andon.http.Cursor;

/**
 * Where the next page starts: after this room. Good for one order only.
 *
 * @param time the room's place in that order
 * @param since when the first page was read
 * @param snapshot what the database had committed when the first page was read; pages that follow
 *     show rooms at the places they had then
 */
record RoomCursor(RoomOrder order, Instant time, UUID roomId, Instant since, String snapshot) {
  /** No room is later; PostgreSQL's own range is wider, but narrower than what a cursor can say. */
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

  /** Null for no cursor. */
  static RoomCursor parse(String text, RoomOrder order) {
    return Cursor.parse(
        text,
        5,
        words -> {
          RoomCursor cursor =
              new RoomCursor(
                  RoomOrder.valueOf(words[0]),
                  moment(words[1]),
                  UUID.fromString(words[2]),
                  moment(words[3]),
                  words[4]);
          if (cursor.order != order || words[4].indexOf('\0') >= 0) {
            throw new IllegalArgumentException(text);
          }
          return cursor;
        });
  }

  private static Instant moment(String millis) {
    Instant moment = Instant.ofEpochMilli(Long.parseLong(millis));
    if (moment.isBefore(Instant.EPOCH) || moment.isAfter(END)) {
      throw new IllegalArgumentException(millis);
    }
    return moment;
  }

  /**
   * Refuses pages that would no longer be exact, and would cost the moves of all that time.
   *
   * @throws org.andon.http.InvalidParameter if the first page was read too long ago
   */
  void requireExact(Duration exactFor, Instant now) {
    // Where every room has its place for ever, any page is exact.
    if (order.moves() && since.plus(exactFor).isBefore(now)) {
      throw Cursor.expired();
    }
  }

  String encoded() {
    return Cursor.of(order, time.toEpochMilli(), roomId, since.toEpochMilli(), snapshot);
  }
}
