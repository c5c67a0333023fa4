package org.andon.messaging.fanout;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * How far Kafka is behind the database, for who is paged. Every pod tells the same. The time is
 * that of the oldest event itself: {@code unpublished_since} begins anew whenever a pod claims the
 * room.
 */
@Startup
@ApplicationScoped
class WatermarkLag {
  private static final Logger LOG = Logger.getLogger(WatermarkLag.class);

  // The rooms by room_sequences_unpublished; each one's oldest event by its unique (room_id,
  // number).
  private static final String LAG =
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

  private final AgroalDataSource dataSource;
  private volatile Lag lag = new Lag(0, 0);

  private record Lag(long events, double seconds) {}

  WatermarkLag(AgroalDataSource dataSource, FanoutMeters meters) {
    this.dataSource = dataSource;
    meters.watchLag(() -> lag.events(), () -> lag.seconds());
  }

  void measure() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LAG);
        ResultSet row = select.executeQuery()) {
      row.next();
      lag = new Lag(row.getLong(1), Math.max(0, row.getDouble(2)));
    } catch (SQLException e) {
      LOG.warnf("lag not measured, tried again soon: %s", e.getMessage());
    }
  }
}
