package org.andon.messaging.mention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.message.Roster;
import org.andon.messaging.message.WriteFailure;

/** Loads rosters. */
@ApplicationScoped
public class Rosters {
  private final AgroalDataSource dataSource;

  Rosters(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A room's members as they are now. Blocks for a look-up by the primary key. */
  public Roster of(UUID roomId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT user_id FROM room_members WHERE room_id = ?")) {
      select.setObject(1, roomId);
      Map<String, String> names = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String userId = row.getString(1);
          names.put(userId.substring(0, userId.indexOf('@')), userId);
        }
      }
      return new Roster(names);
    } catch (SQLException e) {
      throw new WriteFailure.Unavailable(e);
    }
  }
}
