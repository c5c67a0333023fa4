package org.andon.room.alarm;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The alarms that were heard. */
@ApplicationScoped
class AlarmStore {
  private final DataSource database;
  private final AlarmConfig config;

  AlarmStore(DataSource database, AlarmConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Alarms of one template and place come one after the other, until the transaction ends. */
  void takeTurn(UUID templateId, String location) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement lock =
            connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      lock.setString(1, templateId + " " + location);
      lock.execute();
    }
  }

  /** False if it was heard before; who hears it at the same moment waits for this transaction. */
  boolean isNew(String alarmId) throws SQLException {
    return update(
        "insert into plant_alarms (raised_at, alarm_id) values (?, ?) on conflict do nothing",
        now(),
        alarmId);
  }

  void toldIn(UUID roomId, String alarmId) throws SQLException {
    update("update plant_alarms set room_id = ? where alarm_id = ?", roomId, alarmId);
  }

  /** The room that was told of it, the first time it is cleared. */
  Optional<UUID> clear(String alarmId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                update plant_alarms set cleared_at = ? where alarm_id = ? and cleared_at is null
                returning room_id
                """)) {
      update.setObject(1, now());
      update.setString(2, alarmId);
      try (ResultSet row = update.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  /** By the index plant_alarms_by_time. Every pod may do it: what is gone is gone. */
  @Scheduled(every = "{andon.alarm.forget-every}", skipExecutionIf = ApplicationNotRunning.class)
  @RunOnVirtualThread
  void forget() throws SQLException {
    update("delete from plant_alarms where raised_at < ?", now().minus(config.remembered()));
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }

  private boolean update(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      return update.executeUpdate() > 0;
    }
  }
}
