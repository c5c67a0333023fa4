package org.andon.e2e.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.andon.e2e.migration.Schema.Column;

/**
 * Whether a migration may run while pods of the version before still work. PostgreSQL runs it, and
 * its catalogue and its locks tell what it did: nobody knows SQL better.
 */
final class SideBySide {
  private static final String NO_TRANSACTION_ALLOWED = "25001";

  // What CREATE INDEX takes for as long as it reads the table, if not CONCURRENTLY: nobody writes.
  private static final String KEPT_FROM_WRITING =
      """
      select relation::regclass::text from pg_locks
      where pid = pg_backend_pid() and locktype = 'relation' and mode = 'ShareLock'
      """;

  private final Schema before;
  private final List<String> problems = new ArrayList<>();

  private SideBySide(Schema before) {
    this.before = before;
  }

  /** Runs a migration; returns what of it breaks the version before, or stops it for long. */
  static List<String> migrate(Connection connection, String migration) throws SQLException {
    SideBySide check = new SideBySide(Schema.of(connection));
    check.run(connection, migration);
    check.compare(Schema.of(connection));
    return check.problems;
  }

  private void run(Connection connection, String migration) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(migration);
      Set<String> locked = new TreeSet<>();
      Schema.each(connection, KEPT_FROM_WRITING, row -> locked.add(row.getString(1)));
      locked.retainAll(before.tables().keySet());
      locked.forEach(table -> problems.add(table + ": nobody writes while an index is made"));
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      if (!NO_TRANSACTION_ALLOWED.equals(e.getSQLState())) {
        throw e;
      }
      runAlone(connection, migration);
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static void runAlone(Connection connection, String migration) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute(migration);
    }
  }

  private void compare(Schema after) {
    before
        .tables()
        .forEach(
            (table, file) -> {
              if (!file.equals(after.tables().getOrDefault(table, file))) {
                problems.add(table + ": is written anew as a whole");
              }
            });
    before.columns().forEach((name, column) -> compare(name, column, after.columns().get(name)));
    after
        .columns()
        .forEach(
            (name, column) -> {
              if (before.tables().containsKey(column.table())
                  && !before.columns().containsKey(name)
                  && column.mustBeGiven()) {
                problems.add(name + ": the version before does not give it");
              }
            });
    after
        .constraints()
        .forEach(
            (name, columns) -> {
              if (!before.constraints().containsKey(name)
                  && columns.stream().anyMatch(before.columns()::containsKey)) {
                problems.add(name + ": the version before does not keep to it");
              }
            });
    before.routines().stream()
        .filter(routine -> !after.routines().contains(routine))
        .forEach(routine -> problems.add(routine + ": is gone"));
  }

  private void compare(String name, Column former, Column now) {
    if (now == null) {
      problems.add(name + ": is gone");
    } else if (!now.type().equals(former.type())) {
      problems.add(name + ": has another type");
    } else if (now.mustBeGiven() && !former.mustBeGiven()) {
      problems.add(name + ": the version before may leave it out");
    }
  }
}
