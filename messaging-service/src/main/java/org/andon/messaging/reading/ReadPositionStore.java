package org.andon.messaging.reading;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The SQL of read positions. */
@ApplicationScoped
class ReadPositionStore {
  private final AgroalDataSource dataSource;

  ReadPositionStore(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Moves positions forward, never beyond what the room has; returns those that moved. Rows are
   * locked in the order of the primary key, so that two pods never wait for each other in a circle.
   */
  List<ReadPosition> advance(Collection<ReadPosition> positions) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement upsert =
            connection.prepareStatement(
                """
                INSERT INTO read_positions AS p (room_id, user_id, sequence_number)
                SELECT k.room_id, k.user_id, LEAST(k.sequence_number, s.last_sequence)
                FROM unnest(?::uuid[], ?::text[], ?::bigint[]) AS k (room_id, user_id, sequence_number)
                JOIN room_sequences s ON s.room_id = k.room_id
                WHERE LEAST(k.sequence_number, s.last_sequence) > 0
                ORDER BY k.room_id, k.user_id
                ON CONFLICT (room_id, user_id) DO UPDATE SET sequence_number = excluded.sequence_number
                WHERE p.sequence_number < excluded.sequence_number
                RETURNING room_id, user_id, sequence_number
                """)) {
      upsert.setArray(
          1,
          connection.createArrayOf("uuid", positions.stream().map(ReadPosition::roomId).toArray()));
      upsert.setArray(
          2,
          connection.createArrayOf("text", positions.stream().map(ReadPosition::userId).toArray()));
      upsert.setArray(
          3,
          connection.createArrayOf(
              "bigint", positions.stream().map(ReadPosition::sequenceNumber).toArray()));
      List<ReadPosition> moved = new ArrayList<>();
      try (ResultSet row = upsert.executeQuery()) {
        while (row.next()) {
          moved.add(
              new ReadPosition(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)));
        }
      }
      return moved;
    }
  }
}
