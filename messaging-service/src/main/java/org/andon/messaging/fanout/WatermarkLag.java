package org.andon.messaging.fanout;

import jakarta.enterprise.context.ApplicationScoped;
import org.andon.observability.UnpublishedQuery;

/**
 * What of the rooms Kafka has not been told yet. The time is that of the oldest event itself:
 * {@code unpublished_since} begins anew whenever a pod claims the room.
 */
@ApplicationScoped
class WatermarkLag implements UnpublishedQuery {
  // The rooms by room_sequences_unpublished; each one's oldest event by its unique (room_id,
  // number).
  private static final String SQL =
      """
      SELECT coalesce(sum(s.last_sequence - s.published_sequence), 0),
             coalesce(extract(epoch FROM now() - min(first.created_at)), 0)
      FROM room_sequences s
      LEFT JOIN LATERAL (
        SELECT created_at FROM messages m
        WHERE m.room_id = s.room_id AND m.sequence_number = s.published_sequence + 1
        UNION ALL
        SELECT created_at FROM message_changes c
        WHERE c.room_id = s.room_id AND c.sequence_number = s.published_sequence + 1) first ON true
      WHERE s.unpublished_since IS NOT NULL AND s.last_sequence > s.published_sequence
      """;

  @Override
  public String sql() {
    return SQL;
  }
}
