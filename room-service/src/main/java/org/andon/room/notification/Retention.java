package org.andon.room.notification;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** Forgets what people were told long ago. Every pod may do it: what is gone is gone. */
@ApplicationScoped
class Retention {
  /** Each by its index of times. */
  private static final List<String> FORGET =
      List.of(
          "delete from notifications where created_at < ?",
          "delete from withdrawn_messages where withdrawn_at < ?");

  private final DataSource database;
  private final NotificationConfig config;

  Retention(DataSource database, NotificationConfig config) {
    this.database = database;
    this.config = config;
  }

  @Scheduled(
      every = "{andon.notification.remove-every}",
      skipExecutionIf = ApplicationNotRunning.class)
  @RunOnVirtualThread
  void forget() throws SQLException {
    try (Connection connection = database.getConnection()) {
      for (String sql : FORGET) {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
          delete.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).minus(config.keptFor()));
          delete.executeUpdate();
        }
      }
    }
  }
}
