package org.andon.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies a server's data while it works (PostgreSQL's "Making a Base Backup Using the Low Level
 * API"): all its databases as they are at the end of the copy. The copy has the log it needs in it,
 * so a server that is started on it recovers by itself.
 */
final class PostgresBackup {
  private static final String CLUSTER = "cluster";
  private static final String WAL = "pg_wal";
  private static final Path CONTROL = Path.of("global", "pg_control");

  /** Of a running server alone, or made anew when one starts. */
  private static final Set<Path> LEFT_OUT =
      Set.of(Path.of("postmaster.pid"), Path.of("postmaster.opts"), Path.of("epg-lock"), CONTROL);

  /** Directories that have to be there, empty. */
  private static final List<Path> EMPTIED =
      Stream.of(
              WAL,
              "pg_dynshmem",
              "pg_notify",
              "pg_replslot",
              "pg_serial",
              "pg_snapshots",
              "pg_stat_tmp",
              "pg_subtrans")
          .map(Path::of)
          .toList();

  // Temporary: it goes with this connection, however that ends. Until then no log is removed.
  private static final String KEEP_LOG =
      "SELECT pg_create_physical_replication_slot('andon_backup_' || pg_backend_pid(), true, true)";
  private static final String START =
      "SELECT pg_walfile_name(pg_backup_start('andon', fast => true))";
  private static final String STOP =
      "SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(wait_for_archive => false)";

  private final Path cluster;
  private final Path copy;

  private PostgresBackup(Path source, Path target) {
    this.cluster = source.resolve(CLUSTER);
    this.copy = target.resolve(CLUSTER);
  }

  static void take(Path source, Path target, String user) throws IOException, SQLException {
    Path password = source.resolve("superuser-password");
    PostgresBackup backup = new PostgresBackup(source, target);
    try (Connection connection =
        DriverManager.getConnection(url(source), user, Files.readString(password))) {
      backup.copy(connection);
    }
    DirectoryCopy.file(password, target.resolve(password.getFileName()));
  }

  /** The fourth line of a running server's {@code postmaster.pid} is its port. */
  private static String url(Path source) throws IOException {
    String port = Files.readAllLines(source.resolve(CLUSTER).resolve("postmaster.pid")).get(3);
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private void copy(Connection connection) throws IOException, SQLException {
    row(connection, KEEP_LOG);
    String first = row(connection, START).getFirst();
    DirectoryCopy.some(cluster, copy, PostgresBackup::isWanted);
    // Last, as pg_basebackup does.
    DirectoryCopy.file(cluster.resolve(CONTROL), copy.resolve(CONTROL));
    List<String> stopped = row(connection, STOP);
    Files.writeString(copy.resolve("backup_label"), stopped.getFirst());
    copyLog(first, stopped.getLast());
  }

  private static boolean isWanted(Path relative) {
    return !LEFT_OUT.contains(relative)
        && EMPTIED.stream()
            .noneMatch(directory -> relative.startsWith(directory) && !relative.equals(directory))
        && !relative.getFileName().toString().startsWith("pgsql_tmp");
  }

  private void copyLog(String first, String last) throws IOException {
    try (Stream<Path> files = Files.list(cluster.resolve(WAL))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        // Names of segments are as long as each other and in order.
        if (name.length() == first.length()
            && name.compareTo(first) >= 0
            && name.compareTo(last) <= 0) {
          DirectoryCopy.file(file, copy.resolve(WAL).resolve(name));
        }
      }
    }
  }

  private static List<String> row(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getMetaData().getColumnCount() == 1
          ? List.of(result.getString(1))
          : List.of(result.getString(1), result.getString(2));
    }
  }
}
