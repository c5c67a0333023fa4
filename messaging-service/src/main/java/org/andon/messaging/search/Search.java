package org.andon.messaging.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.message.MessageType;
import org.andon.messaging.query.Conditions;

/**
 * A search, checked.
 *
 * @param rooms where to look, all of which the caller may read
 * @param senderId null for anybody
 * @param type null for any
 * @param from null, or messages of this time or later
 * @param to null, or messages before this time
 * @param before null, or messages before this one: the last that was shown
 */
record Search(
    Query query,
    List<UUID> rooms,
    String senderId,
    MessageType type,
    Instant from,
    Instant to,
    UUID before,
    int limit) {
  /** A message's id may be made on another pod's clock than the room's last time came from. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  String roomsLiteral() {
    return rooms.toString().replace('[', '{').replace(']', '}');
  }

  /** Where in the order of ids to look. */
  Conditions range() {
    return new Conditions()
        .andIfGiven("message_id < ?", before)
        .andIfGiven("message_id >= ?", from == null ? null : firstIdOf(from.minus(CLOCK_SKEW)))
        .andIfGiven("message_id < ?", to == null ? null : firstIdOf(to.plus(CLOCK_SKEW)));
  }

  Conditions filter() {
    return new Conditions()
        .and("words @@ ?::tsquery", query.condition())
        .andIfGiven("sender_id = ?", senderId)
        .andIfGiven("message_type = ?", type == null ? null : type.wireName())
        .andIfGiven("created_at >= ?", from)
        .andIfGiven("created_at < ?", to);
  }

  /** The least id of version 7 that could be made at a time. */
  private static UUID firstIdOf(Instant time) {
    return new UUID(Math.max(0, time.toEpochMilli()) << Short.SIZE, 0);
  }
}
