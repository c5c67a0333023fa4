package org.andon.room.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Who an incident concerns while it is going on. */
@ApplicationScoped
class IncidentPeople {
  private static final String SELECT =
      """
      select m.user_id from room_members m join rooms r on r.room_id = m.room_id
      where m.room_id = ? and r.status = 'ACTIVE' and r.deleted_at is null
      order by m.user_id
      """;

  private final DataSource database;

  IncidentPeople(DataSource database) {
    this.database = database;
  }

  /** Nobody once it is resolved, archived or deleted. */
  List<String> ofActive(UUID roomId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setObject(1, roomId);
      List<String> people = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          people.add(row.getString(1));
        }
      }
      return people;
    }
  }
}
