package org.andon.messaging.feed;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The SQL of who is a member where. */
@ApplicationScoped
class MemberRooms {
  private final AgroalDataSource dataSource;

  MemberRooms(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** By the index room_members_user. */
  List<UUID> of(String userId) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT room_id FROM room_members WHERE user_id = ?")) {
      select.setString(1, userId);
      List<UUID> rooms = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rooms.add(row.getObject(1, UUID.class));
        }
      }
      return rooms;
    }
  }
}
