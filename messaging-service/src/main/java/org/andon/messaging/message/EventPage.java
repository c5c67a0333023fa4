package org.andon.messaging.message;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.andon.messaging.room.Frame;

/** Durable frames of a room, oldest first. */
record EventPage(List<Item> items, Pagination pagination) {
  /**
   * @param nextAfter what to ask for next, as {@code after}; null when there is nothing more
   */
  record Pagination(int limit, boolean hasMore, Long nextAfter, long lastSequenceNumber) {}

  /** The frame as it stands on the socket. */
  record Item(@JsonValue @JsonRawValue String frame) {}

  static EventPage of(List<Frame> frames, int limit, long last) {
    boolean hasMore = !frames.isEmpty() && frames.getLast().sequenceNumber() < last;
    return new EventPage(
        frames.stream().map(f -> new Item(new String(f.json(), StandardCharsets.UTF_8))).toList(),
        new Pagination(limit, hasMore, hasMore ? frames.getLast().sequenceNumber() : null, last));
  }
}
