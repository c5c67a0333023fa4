package org.andon.room.room;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where the next page starts: after this room. Opaque to clients, and good for one order only. */
record RoomCursor(RoomOrder order, Instant time, UUID roomId) {
  /** No room is later; PostgreSQL's own range is wider, but narrower than what a cursor can say. */
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

  static RoomCursor after(Room room, RoomOrder order) {
    return new RoomCursor(order, order.timeOf(room), room.roomId);
  }

  static RoomCursor parse(String text, RoomOrder order) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 3);
      RoomCursor cursor =
          new RoomCursor(
              RoomOrder.valueOf(parts[0]),
              Instant.ofEpochMilli(Long.parseLong(parts[1])),
              UUID.fromString(parts[2]));
      boolean possible = !cursor.time.isBefore(Instant.EPOCH) && !cursor.time.isAfter(END);
      if (cursor.order == order && possible) {
        return cursor;
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      // Answered below, as a cursor of another order is.
    }
    throw new RoomException.InvalidField("cursor", "is not a cursor of this list");
  }

  String encoded() {
    String text = order.name() + " " + time.toEpochMilli() + " " + roomId;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
