package org.andon.room.room;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Forgets where rooms stood once nobody turns those pages any more. */
@ApplicationScoped
class MoveRetention {
  private final DataSource database;
  private final RoomConfig config;

  MoveRetention(DataSource database, RoomConfig config) {
    this.database = database;
    this.config = config;
  }

  /** By the index room_moves_by_time. Every pod may do it: what is gone is gone. */
  @Scheduled(
      every = "{andon.room.forget-moves-every}",
      skipExecutionIf = ApplicationNotRunning.class)
  @RunOnVirtualThread
  void forget() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from room_moves where moved_at < ?")) {
      // A round longer than a cursor is good: pods' clocks differ, and a move bears the time at
      // which its transaction began.
      OffsetDateTime lastUse = OffsetDateTime.now(ZoneOffset.UTC).minus(config.exactPagesFor());
      delete.setObject(1, lastUse.minus(config.forgetMovesEvery()));
      delete.executeUpdate();
    }
  }
}
