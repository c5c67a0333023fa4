package org.andon.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

  private static final String DATABASE = "andon_room";
  private static final String PASSWORD = "it's \\ 密碼";

  @TempDir Path directory;

  @Test
  void a_role_owns_its_database_and_needs_its_password() throws SQLException {
    try (var postgres = Postgres.start(null, 0)) {
      postgres.createDatabase(DATABASE, PASSWORD);
      postgres.createDatabase("andon_file", "other");

      execute(postgres, "CREATE TABLE incidents (title text)");
      execute(postgres, "INSERT INTO incidents VALUES ('烤箱溫度異常')");

      assertThat(query(postgres, "SELECT title FROM incidents")).isEqualTo("烤箱溫度異常");
      assertThat(query(postgres, "SELECT lower('ÄÖ Ω')")).isEqualTo("äö ω");
      assertThat(query(postgres, "SHOW server_version")).startsWith("18.");
      assertThat(query(postgres, "SHOW max_connections")).isEqualTo("200");
      assertThatThrownBy(() -> connect(postgres, DATABASE, "wrong"))
          .hasMessageContaining("password authentication failed");
      assertThatThrownBy(() -> connect(postgres, "andon_file", PASSWORD))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void nobody_is_superuser_without_the_password() {
    try (var postgres = Postgres.start(null, 0)) {
      var url = postgres.jdbcUrl("postgres");

      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres").close())
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void creating_a_database_again_keeps_the_data_and_takes_the_new_password() throws SQLException {
    try (var postgres = Postgres.start(null, 0)) {
      postgres.createDatabase(DATABASE, "first");
      postgres.createDatabase(DATABASE, PASSWORD);

      assertThat(query(postgres, "SELECT current_user")).isEqualTo(DATABASE);
    }
  }

  @Test
  void a_kept_directory_is_durable_and_has_its_data_after_a_restart() throws SQLException {
    try (var postgres = Postgres.start(directory, 0)) {
      postgres.createDatabase(DATABASE, PASSWORD);
      execute(postgres, "CREATE TABLE incidents AS SELECT 42 AS answer");
      for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(query(postgres, "SHOW " + setting)).as(setting).isEqualTo("on");
      }
    }

    try (var postgres = Postgres.start(directory, 0)) {
      assertThat(query(postgres, "SELECT answer FROM incidents")).isEqualTo("42");
    }
  }

  @Test
  @Timeout(60)
  void after_a_killed_jvm_the_orphan_is_stopped_and_the_data_is_there() throws Exception {
    KilledJvm.run(LeavesAnOrphan.class, directory);
    var orphan = postmaster(directory);
    assertThat(orphan.isAlive()).isTrue();

    try (var postgres = Postgres.start(directory, 0)) {
      assertThat(query(postgres, "SELECT answer FROM incidents")).isEqualTo("42");
      await().until(() -> !orphan.isAlive());
    }
  }

  @Test
  void a_first_start_that_was_cut_short_is_begun_again() throws Exception {
    Files.createDirectories(directory.resolve("cluster"));
    Files.writeString(directory.resolve("cluster/postgresql.conf"), "half written");

    try (var postgres = Postgres.start(directory, 0)) {
      postgres.createDatabase(DATABASE, PASSWORD);

      assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void a_temporary_server_leaves_nothing_behind() {
    var postgres = Postgres.start(null, 0);
    int port = postgres.port();

    postgres.close();

    assertThat(FreePort.isFree(port)).isTrue();
  }

  static final class LeavesAnOrphan {

    public static void main(String[] arguments) {
      KilledJvm.serve(
          () -> {
            var postgres = Postgres.start(Path.of(arguments[0]), 0);
            postgres.createDatabase(DATABASE, PASSWORD);
            execute(postgres, "CREATE TABLE incidents AS SELECT 42 AS answer");
          });
    }
  }

  private static ProcessHandle postmaster(Path directory) throws Exception {
    var pidFile = directory.toRealPath().resolve("cluster/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
        .orElseThrow();
  }

  private static Connection connect(Postgres postgres, String database, String password)
      throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(database), DATABASE, password);
  }

  private static void execute(Postgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres, DATABASE, PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(Postgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres, DATABASE, PASSWORD);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
