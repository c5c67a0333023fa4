package org.andon.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code EXPLAIN (ANALYZE, BUFFERS)} says of the statements that the service itself sends, as
 * PostgreSQL's auto_explain writes them to its log: no copy of a query that could be out of date.
 */
final class Plans {
  private static final Pattern ENTRY = Pattern.compile("\\n(?!\\t)");
  private static final Pattern DURATION = Pattern.compile("duration: ([0-9.]+) ms +plan:");

  private final Path log;
  private final String table;

  /**
   * @param table whose statements matter
   */
  Plans(Path log, String table) {
    this.log = log;
    this.table = table;
  }

  /**
   * @param millis what the statement took at the database
   * @param text query and plan
   */
  record Plan(double millis, String text) {}

  /** For connections made from now on; those that the service has are ended. */
  static void explain(Connection superuser, String database) throws SQLException {
    try (var statement = superuser.createStatement()) {
      for (String setting :
          List.of(
              "session_preload_libraries = 'auto_explain'",
              "auto_explain.log_min_duration = 0",
              "auto_explain.log_analyze = on",
              "auto_explain.log_buffers = on")) {
        statement.execute("ALTER DATABASE " + database + " SET " + setting);
      }
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
              + database
              + "' AND pid <> pg_backend_pid()");
    }
  }

  long position() throws IOException {
    return Files.size(log);
  }

  /** Of the statements logged since a position those that read the table. */
  List<Plan> since(long position) throws IOException {
    byte[] all = Files.readAllBytes(log);
    String logged = new String(all, (int) position, all.length - (int) position, "UTF-8");
    return ENTRY.splitAsStream(logged).flatMap(this::plan).toList();
  }

  private Stream<Plan> plan(String entry) {
    Matcher duration = DURATION.matcher(entry);
    return duration.find() && entry.contains(" on " + table + " ")
        ? Stream.of(new Plan(Double.parseDouble(duration.group(1)), entry.strip()))
        : Stream.empty();
  }
}
