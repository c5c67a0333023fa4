package org.andon.launcher.stack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.andon.backing.Postgres;

/** Has the services say again, when they start, what a new Kafka has not heard. */
final class Republication {
  /** As long as the topics keep their events. */
  private static final Duration RETENTION = Duration.ofDays(7);

  private static final List<String> PUBLISHERS =
      List.of("andon_room", "andon_messaging", "andon_file");

  private final Path data;

  Republication(Path data) {
    this.data = data;
  }

  /** Starts PostgreSQL for as long as this takes, by which it recovers too. */
  void order() {
    Secrets secrets = new Secrets(data);
    try (Postgres postgres = Postgres.start(data.resolve(DataStore.POSTGRES), 0)) {
      for (String database : PUBLISHERS) {
        String password = secrets.get("postgres." + database);
        try (Connection connection =
                DriverManager.getConnection(postgres.jdbcUrl(database), database, password);
            PreparedStatement republish = connection.prepareStatement("CALL republish(?)")) {
          republish.setObject(1, Instant.now().minus(RETENTION).atOffset(ZoneOffset.UTC));
          republish.execute();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
