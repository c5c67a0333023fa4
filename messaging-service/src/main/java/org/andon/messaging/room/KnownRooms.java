package org.andon.messaging.room;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What {@link RoomProjection} has written down, for those that ask. */
@ApplicationScoped
class KnownRooms {
  private final AgroalDataSource dataSource;

  KnownRooms(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Of those that have had an event. */
  List<RoomSnapshot> snapshots(Set<UUID> rooms) throws SQLException {
    List<RoomSnapshot> snapshots = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT r.room_id, r.title, r.status, r.deleted_at IS NOT NULL, r.version,
                       array_remove(array_agg(m.user_id), NULL), array_remove(array_agg(m.role), NULL)
                FROM incident_rooms r LEFT JOIN room_members m ON m.room_id = r.room_id
                WHERE r.room_id = ANY (?) AND r.version > 0 GROUP BY r.room_id
                """)) {
      select.setArray(1, connection.createArrayOf("uuid", rooms.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          snapshots.add(
              new RoomSnapshot(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getString(3),
                  row.getBoolean(4),
                  members(row.getArray(6), row.getArray(7)),
                  row.getLong(5)));
        }
      }
    }
    return snapshots;
  }

  private static Map<String, Role> members(Array users, Array roles) throws SQLException {
    String[] userIds = (String[]) users.getArray();
    String[] roleNames = (String[]) roles.getArray();
    Map<String, Role> members = new HashMap<>();
    for (int i = 0; i < userIds.length; i++) {
      members.put(userIds[i], Role.valueOf(roleNames[i]));
    }
    return members;
  }

  /** What the projection knows of a user in a room; empty if it does not know the room. */
  Optional<Entry> find(UUID roomId, String userId) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT r.status, r.version, r.deleted_at IS NOT NULL, m.role, r.template_id
                FROM incident_rooms r LEFT JOIN room_members m ON m.room_id = r.room_id AND m.user_id = ?
                WHERE r.room_id = ?
                """)) {
      select.setString(1, userId);
      select.setObject(2, roomId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(entry(row)) : Optional.empty();
      }
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    String role = row.getString(4);
    return new Entry(
        row.getString(1).equals(RoomSnapshot.ARCHIVED),
        row.getLong(2),
        row.getBoolean(3),
        Optional.ofNullable(role).map(Role::valueOf),
        row.getObject(5, UUID.class));
  }

  /**
   * @param templateId null for none
   */
  record Entry(
      boolean archived, long version, boolean deleted, Optional<Role> role, UUID templateId) {}
}
