package org.andon.bench.machine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.andon.bench.stack.Database;

/**
 * What the stack's own PostgreSQL commits when every message is a commit of its own: a room's
 * counter and a row, in one statement, on ten connections.
 */
public final class CommitRate {
  private static final int CONNECTIONS = 10;
  private static final int ROOMS = 100;
  private static final String DATABASE = "bench_limits";

  private CommitRate() {}

  /** Commits a second. */
  public static double measure(Database database, Duration run) throws Exception {
    database.recreate(DATABASE);
    try (Connection connection = database.connect(DATABASE);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE rooms (id int PRIMARY KEY, last_sequence bigint NOT NULL)");
      statement.execute("INSERT INTO rooms SELECT g, 0 FROM generate_series(1, " + ROOMS + ") g");
      statement.execute(
          """
          CREATE TABLE messages (id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
            room_id int NOT NULL REFERENCES rooms, sequence_number bigint NOT NULL,
            sender text NOT NULL, content text NOT NULL,
            created_at timestamptz NOT NULL DEFAULT now(), UNIQUE (room_id, sequence_number))
          """);
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      long end = System.nanoTime() + run.toNanos();
      List<Future<Long>> writers = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        writers.add(threads.submit(() -> commitUntil(end, database)));
      }
      long commits = 0;
      for (Future<Long> writer : writers) {
        commits += writer.get();
      }
      return commits / (run.toNanos() / 1e9);
    }
  }

  private static long commitUntil(long end, Database database) throws SQLException {
    try (Connection connection = database.connect(DATABASE);
        PreparedStatement insert =
            connection.prepareStatement(
                """
                WITH s AS (UPDATE rooms SET last_sequence = last_sequence + 1 WHERE id = ?
                           RETURNING id, last_sequence)
                INSERT INTO messages (room_id, sequence_number, sender, content)
                SELECT id, last_sequence, 'u', repeat('m', 120) FROM s
                """)) {
      long commits = 0;
      while (System.nanoTime() < end) {
        insert.setInt(1, ThreadLocalRandom.current().nextInt(1, ROOMS + 1));
        commits += insert.executeUpdate();
      }
      return commits;
    }
  }
}
