package org.andon.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBackupTest {
  private static final String DATABASE = "andon_room";
  private static final String PASSWORD = "secret";

  @TempDir Path directory;

  @Test
  void a_server_on_the_copy_has_all_that_was_committed_before_the_copys_end() throws Exception {
    Path data = directory.resolve("data");
    Path copy = directory.resolve("copy");
    AtomicInteger committed = new AtomicInteger();
    AtomicBoolean enough = new AtomicBoolean();
    int before;
    int after;
    try (var postgres = Postgres.start(data, 0)) {
      postgres.createDatabase(DATABASE, PASSWORD);
      execute(postgres, "CREATE TABLE events (number int PRIMARY KEY, text text)");
      var writer = CompletableFuture.runAsync(() -> write(postgres, committed, enough));

      before = await().until(committed::get, count -> count > 100);
      Postgres.backUp(data, copy);
      int atEnd = committed.get();
      after = atEnd;
      await().until(() -> committed.get() > atEnd + 100);
      enough.set(true);
      writer.join();
    }

    try (var restored = Postgres.start(copy, 0)) {
      // One commit may not have been counted yet when the copy ended.
      assertThat(count(restored)).isBetween(before, after + 1);
      execute(restored, "INSERT INTO events VALUES (1000000, 'goes on')");
    }
  }

  private static void write(Postgres postgres, AtomicInteger committed, AtomicBoolean enough) {
    try (Connection connection = connect(postgres);
        var insert =
            connection.prepareStatement("INSERT INTO events VALUES (?, repeat('x', 500))")) {
      while (!enough.get()) {
        insert.setInt(1, committed.get() + 1);
        insert.executeUpdate();
        committed.incrementAndGet();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int count(Postgres postgres) throws SQLException {
    try (Connection connection = connect(postgres);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*), max(number) FROM events")) {
      row.next();
      assertThat(row.getInt(1)).as("without a gap").isEqualTo(row.getInt(2));
      return row.getInt(1);
    }
  }

  private static void execute(Postgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(Postgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(DATABASE), DATABASE, PASSWORD);
  }
}
