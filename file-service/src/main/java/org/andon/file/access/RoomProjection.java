package org.andon.file.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.contracts.IncidentRoom;
import org.andon.contracts.RoomEvent;
import org.andon.file.sql.SqlFailure;

/** Rooms and members as the topic of rooms has told them. Any event may come again, or late. */
@ApplicationScoped
class RoomProjection {
  private static final String UPSERT =
      """
      insert into known_rooms (room_id, version, archived, deleted, deleted_at)
      values (?, ?, ?, ?, ?)
      on conflict (room_id) do update
      set version = excluded.version, archived = excluded.archived, deleted = excluded.deleted,
          deleted_at = excluded.deleted_at
      where known_rooms.version < excluded.version
      """;
  private static final String FORGET_MEMBERS = "delete from known_members where room_id = ?";
  private static final String ADD_MEMBER =
      "insert into known_members (room_id, user_id, role) values (?, ?, ?)";
  private static final String STANDING =
      """
      select m.role, r.archived, r.deleted
      from known_rooms r left join known_members m on m.room_id = r.room_id and m.user_id = ?
      where r.room_id = ?
      """;

  private final DataSource database;

  RoomProjection(DataSource database) {
    this.database = database;
  }

  @Transactional
  void apply(RoomEvent event) throws SQLException {
    IncidentRoom room = event.room();
    try (Connection connection = database.getConnection()) {
      if (upsert(connection, room, event.version())) {
        replaceMembers(connection, room.roomId(), room.members());
      }
    }
  }

  /** Empty when the room is not known (yet). */
  Optional<Standing> standing(UUID roomId, String userId, boolean admin) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(STANDING)) {
      select.setString(1, userId);
      select.setObject(2, roomId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String role = admin ? "ADMIN" : row.getString(1);
        return Optional.of(new Standing(role, row.getBoolean(2), row.getBoolean(3)));
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static boolean upsert(Connection connection, IncidentRoom room, long version)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
      statement.setObject(1, room.roomId());
      statement.setLong(2, version);
      statement.setBoolean(3, room.status().equals("archived"));
      statement.setBoolean(4, room.deletedAt() != null);
      statement.setObject(
          5, room.deletedAt() == null ? null : room.deletedAt().atOffset(ZoneOffset.UTC));
      return statement.executeUpdate() == 1;
    }
  }

  private static void replaceMembers(
      Connection connection, UUID roomId, List<IncidentRoom.Member> members) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(FORGET_MEMBERS);
        PreparedStatement insert = connection.prepareStatement(ADD_MEMBER)) {
      delete.setObject(1, roomId);
      delete.executeUpdate();
      for (IncidentRoom.Member member : members) {
        insert.setObject(1, roomId);
        insert.setString(2, member.userId());
        insert.setString(3, member.role());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
