package org.andon.backing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * PostgreSQL 18 as a child process, on 127.0.0.1 over TCP, with password authentication.
 *
 * <p>What it logs is in {@code server.log} beside its data. With a directory of one's own it is
 * durable ({@code fsync} and {@code synchronous_commit} on) and starts again on the same data after
 * any kind of end, a killed JVM included. Without one it is fast and forgets.
 */
public final class Postgres implements AutoCloseable {

  private static final String SUPERUSER = "postgres";
  private static final Duration STARTUP_LIMIT = Duration.ofSeconds(60);

  private final DataDirectory directory;
  private final EmbeddedPostgres server;
  private final String superuserPassword;

  private Postgres(DataDirectory directory, EmbeddedPostgres server, String superuserPassword) {
    this.directory = directory;
    this.server = server;
    this.superuserPassword = superuserPassword;
  }

  /**
   * Starts a server.
   *
   * @param dataDirectory kept across starts, or null for a temporary one
   * @param port to listen on, 0 for any that is free
   */
  public static Postgres start(Path dataDirectory, int port) {
    ServerLogs.quiet("io.zonky");
    var directory = DataDirectory.of(dataDirectory, "postgres");
    var cluster = directory.path().resolve("cluster");
    var passwordFile = directory.path().resolve("superuser-password");
    try {
      // The password is written last, so a cluster without one never finished its first start.
      if (!Files.exists(passwordFile)) {
        DataDirectory.delete(cluster);
      }
      OrphanedPostmaster.stop(cluster);
      var password =
          Files.exists(passwordFile)
              ? Files.readString(passwordFile)
              : UUID.randomUUID().toString();
      var server = launch(directory, cluster, FreePort.orAny(port), password);
      var postgres = new Postgres(directory, server, password);
      postgres.requirePasswords(cluster, passwordFile);
      return postgres;
    } catch (IOException | SQLException e) {
      throw new BackingException("PostgreSQL did not start in " + directory.path(), e);
    }
  }

  /** Stops the server that a killed JVM has left running on this directory, if there is one. */
  public static void stopOrphan(Path dataDirectory) {
    try {
      if (Files.exists(dataDirectory)) {
        OrphanedPostmaster.stop(dataDirectory.toRealPath().resolve("cluster"));
      }
    } catch (IOException e) {
      throw new BackingException("PostgreSQL could not be stopped in " + dataDirectory, e);
    }
  }

  /**
   * Copies the data of the server that runs on a directory, in whichever process, to one that is
   * not there yet: all databases as they are at the copy's end. {@link #start} takes the copy.
   */
  public static void backUp(Path dataDirectory, Path target) {
    try {
      PostgresBackup.take(dataDirectory, Files.createDirectories(target), SUPERUSER);
    } catch (IOException | SQLException e) {
      throw new BackingException("PostgreSQL was not backed up: " + e.getMessage(), e);
    }
  }

  private static EmbeddedPostgres launch(
      DataDirectory directory, Path cluster, int port, String password) throws IOException {
    var durable = directory.kept();
    var log = Redirect.appendTo(directory.path().resolve("server.log").toFile());
    var onOff = durable ? "on" : "off";
    return EmbeddedPostgres.builder()
        .setDataDirectory(cluster)
        .setCleanDataDirectory(false)
        // Who keeps data decides when it stops, in what order; a test's server must go in any case.
        .setRegisterShutdownHook(!durable)
        .setPort(port)
        .setPGStartupWait(STARTUP_LIMIT)
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        .setConnectConfig("password", password)
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "200")
        // What a client waited for too long ends, with its locks, soon after the client is gone.
        .setServerConfig("client_connection_check_interval", "5s")
        .setServerConfig("fsync", onOff)
        .setServerConfig("synchronous_commit", onOff)
        .setServerConfig("full_page_writes", onOff)
        .start();
  }

  /** A new cluster trusts everybody on this machine until this has run. */
  private void requirePasswords(Path cluster, Path passwordFile) throws IOException, SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "ALTER ROLE " + SUPERUSER + " PASSWORD " + statement.enquoteLiteral(superuserPassword));
      if (!Files.exists(passwordFile)) {
        var draft = passwordFile.resolveSibling(passwordFile.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(
            draft,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, superuserPassword);
        Files.move(draft, passwordFile, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.writeString(
          cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  public int port() {
    return server.getPort();
  }

  /** {@code jdbc:postgresql://127.0.0.1:<port>/<database>}, without user or password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  /** A role and a database of this name, owned by the role; made once, the password set anew. */
  public void createDatabase(String name, String password) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      var identifier = statement.enquoteIdentifier(name, true);
      var secret = statement.enquoteLiteral(password);
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
        statement.execute("CREATE ROLE " + identifier);
      }
      statement.execute("ALTER ROLE " + identifier + " LOGIN PASSWORD " + secret);
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
        statement.execute("CREATE DATABASE " + identifier + " OWNER " + identifier);
        statement.execute("REVOKE ALL ON DATABASE " + identifier + " FROM PUBLIC");
      }
    } catch (SQLException e) {
      throw new BackingException("database " + name + " could not be created", e);
    }
  }

  private Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  @Override
  public void close() {
    try (directory) {
      server.close();
    } catch (IOException e) {
      throw new BackingException("PostgreSQL did not stop", e);
    }
  }
}
