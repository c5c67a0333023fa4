package org.andon.messaging.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.message.WriteFailure;

/** Which rooms somebody is a member of. */
@ApplicationScoped
class Memberships {
  private final AgroalDataSource dataSource;

  Memberships(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** By the index room_members_user; deleted rooms are left out. */
  List<UUID> of(String userId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT room_id FROM room_members JOIN incident_rooms USING (room_id)
                WHERE user_id = ? AND deleted_at IS NULL
                """)) {
      select.setString(1, userId);
      List<UUID> rooms = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rooms.add(row.getObject(1, UUID.class));
        }
      }
      return rooms;
    } catch (SQLException e) {
      throw new WriteFailure.Unavailable(e);
    }
  }
}
