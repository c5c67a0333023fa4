package org.andon.e2e.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.andon.backing.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two versions run side by side while one follows the other, on one database. */
class MigrationsIT {
  private static Postgres postgres;
  private static int databases;

  @BeforeAll
  static void start() {
    postgres = Postgres.start(null, 0);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  /** What came before the first release ran beside nothing. With each release, its last ones. */
  @ParameterizedTest
  @CsvSource({"auth-service, 6", "room-service, 5", "messaging-service, 6", "file-service, 3"})
  void a_new_migration_leaves_the_version_before_working(String service, int baseline)
      throws Exception {
    try (Connection connection = newDatabase()) {
      for (Path migration : migrations(service)) {
        String sql = Files.readString(migration);
        if (version(migration) <= baseline) {
          execute(connection, sql);
        } else {
          assertThat(SideBySide.migrate(connection, sql)).as(migration.toString()).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table rooms drop column note",
        "alter table rooms rename column note to remark",
        "alter table rooms rename to incidents",
        "drop table rooms",
        "alter table rooms add column severity text not null",
        "alter table rooms alter column note set not null",
        "alter table rooms alter column size drop default",
        "alter table rooms alter column size type bigint",
        "alter table rooms alter column note type varchar(10)",
        "alter table rooms add check (note <> '')",
        "alter table rooms add unique (note)",
        "alter table rooms add column drawn uuid default gen_random_uuid()",
        "create index rooms_by_note on rooms (note)",
        "drop function twice(int)"
      })
  void what_breaks_the_version_before_is_found(String migration) throws SQLException {
    try (Connection connection = roomsOfBefore()) {
      assertThat(SideBySide.migrate(connection, migration)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table rooms add column remark text",
        "alter table rooms add column severity text not null default 'low'",
        "create table notes (note text primary key); create index on notes (note)",
        "create index concurrently rooms_by_note on rooms (note)",
        "alter table rooms alter column size drop not null",
        "drop index rooms_by_size"
      })
  void what_only_adds_is_let_through(String migration) throws SQLException {
    try (Connection connection = roomsOfBefore()) {
      assertThat(SideBySide.migrate(connection, migration)).isEmpty();
    }
  }

  private static Connection roomsOfBefore() throws SQLException {
    Connection connection = newDatabase();
    execute(
        connection,
        """
        create table rooms (room_id uuid primary key, note text, size int not null default 0);
        create index rooms_by_size on rooms (size);
        create function twice(n int) returns int language sql as 'select 2 * n';
        """);
    return connection;
  }

  private static Connection newDatabase() throws SQLException {
    String name = "migrated_" + databases++;
    postgres.createDatabase(name, name);
    return DriverManager.getConnection(postgres.jdbcUrl(name), name, name);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<Path> migrations(String service) throws IOException {
    Path folder = Path.of("../..", service, "src/main/resources/db/migration");
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted((a, b) -> Integer.compare(version(a), version(b))).toList();
    }
  }

  /** Of {@code V12__what.sql}. */
  private static int version(Path migration) {
    String name = migration.getFileName().toString();
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }
}
