package org.andon.room.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The alarms that were heard. */
@ApplicationScoped
class AlarmStore {
  private final DataSource database;
  private final ObjectMapper json;
  private final AlarmConfig config;

  AlarmStore(DataSource database, ObjectMapper json, AlarmConfig config) {
    this.database = database;
    this.json = json;
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
        "insert into plant_alarms (heard_at, alarm_id) values (?, ?) on conflict do nothing",
        now(),
        alarmId);
  }

  void toldIn(UUID roomId, String alarmId) throws SQLException {
    update("update plant_alarms set room_id = ? where alarm_id = ?", roomId, alarmId);
  }

  /**
   * One statement, which waits for who hears the alarm at the same moment.
   *
   * @param end kept until the alarm is heard, if that is yet to come
   * @param expected whether it would be told then
   */
  Cleared clear(String alarmId, Map<String, Object> end, boolean expected) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement upsert =
            connection.prepareStatement(
                """
                insert into plant_alarms (alarm_id, heard_at, cleared_at, early_end)
                select ?, ?, ?, ?::json
                where ? or exists (select from plant_alarms where alarm_id = ?)
                on conflict (alarm_id) do update set cleared_at = excluded.cleared_at
                  where plant_alarms.cleared_at is null
                returning room_id
                """)) {
      upsert.setString(1, alarmId);
      upsert.setObject(2, now());
      upsert.setObject(3, now());
      upsert.setString(4, json.writeValueAsString(end));
      upsert.setBoolean(5, expected);
      upsert.setString(6, alarmId);
      try (ResultSet row = upsert.executeQuery()) {
        if (!row.next()) {
          return new Cleared.Nothing();
        }
        UUID roomId = row.getObject(1, UUID.class);
        return roomId == null ? new Cleared.Early() : new Cleared.ToldIn(roomId);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The end of an alarm that is told in no room yet. */
  Optional<Map<String, Object>> earlyEnd(String alarmId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select early_end from plant_alarms where alarm_id = ? and room_id is null
                for update
                """)) {
      select.setString(1, alarmId);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(json.readValue(row.getString(1), new TypeReference<>() {}))
            : Optional.empty();
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By the index plant_alarms_by_time. Every pod may do it: what is gone is gone. */
  @Scheduled(every = "{andon.alarm.forget-every}", skipExecutionIf = ApplicationNotRunning.class)
  @RunOnVirtualThread
  void forget() throws SQLException {
    update("delete from plant_alarms where heard_at < ?", now().minus(config.remembered()));
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
