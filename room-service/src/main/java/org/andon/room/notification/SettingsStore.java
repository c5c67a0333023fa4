package org.andon.room.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Each user's settings; who has set nothing has the standard ones. */
@ApplicationScoped
class SettingsStore {
  private static final String SELECT =
      "select user_id, settings from notification_settings where user_id = any (?)";

  private static final String PUT =
      """
      insert into notification_settings (user_id, settings, updated_at) values (?, ?::json, now())
      on conflict (user_id) do update set settings = excluded.settings, updated_at = now()
      """;

  private final DataSource database;
  private final ObjectMapper json;
  private final Settings standard;

  SettingsStore(DataSource database, ObjectMapper json, NotificationConfig config) {
    this.database = database;
    this.json = json;
    this.standard = Settings.standard(config.timeZone());
  }

  Settings of(String userId) {
    return of(List.of(userId)).get(userId);
  }

  /** For every one of the users. */
  Map<String, Settings> of(Collection<String> userIds) {
    Map<String, Settings> found = new HashMap<>();
    userIds.forEach(userId -> found.put(userId, standard));
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setArray(1, connection.createArrayOf("text", userIds.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Settings stored = json.readValue(row.getString(2), Settings.class);
          found.put(row.getString(1), stored.completedBy(standard));
        }
      }
      return found;
    } catch (SQLException | JsonProcessingException e) {
      throw new NotificationException(e);
    }
  }

  void put(String userId, Settings settings) {
    try (Connection connection = database.getConnection();
        PreparedStatement put = connection.prepareStatement(PUT)) {
      put.setString(1, userId);
      put.setString(2, json.writeValueAsString(settings));
      put.executeUpdate();
    } catch (SQLException | JsonProcessingException e) {
      throw new NotificationException(e);
    }
  }
}
