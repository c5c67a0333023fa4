package org.andon.bench.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;

/** Writes messages straight into the messaging database, as many a minute as years would bring. */
final class Corpus {
  private Corpus() {}

  static void fill(Connection connection, UUID roomId, int count) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql());
        PreparedStatement counter =
            connection.prepareStatement(
                """
                UPDATE room_sequences
                SET last_sequence = last_sequence + ?, published_sequence = last_sequence + ?
                WHERE room_id = ?
                """)) {
      connection.setAutoCommit(false);
      insert.setObject(1, roomId);
      insert.setInt(2, count);
      insert.executeUpdate();
      counter.setInt(1, count);
      counter.setInt(2, count);
      counter.setObject(3, roomId);
      counter.executeUpdate();
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private static String sql() {
    try (InputStream text = Corpus.class.getResourceAsStream("messages.sql")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
