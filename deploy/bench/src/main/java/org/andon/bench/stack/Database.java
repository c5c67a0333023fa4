package org.andon.bench.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The stack's PostgreSQL, as its superuser.
 *
 * @param url {@code jdbc:postgresql://host:port/}
 */
public record Database(String url, String password, ProcessHandle server) {

  public Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(url + name, "postgres", password);
  }

  /** An empty database of this name. */
  public void recreate(String name) throws SQLException {
    try (Connection connection = connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + name);
      statement.execute("CHECKPOINT");
    }
  }
}
