package org.andon.room.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Moves the times of rooms by what was said in them. Never back: messages may come twice, late, and
 * in any order.
 */
@ApplicationScoped
class RoomTimes {
  // All by the primary key. Locked in one order first, as the publisher's watermarks are written,
  // so that two that write several rooms never wait for each other.
  private static final String LOCK =
      "select room_id from rooms where room_id = any (?) order by room_id for no key update";

  private static final String MOVE =
      """
      update rooms r set last_activity_at = m.at
      from unnest(?::uuid[], ?::timestamptz[]) as m (room_id, at)
      where r.room_id = m.room_id and r.last_activity_at < m.at
      """;

  private static final String ANSWER =
      """
      update rooms r set first_response_at = a.at
      from (
        select o.room_id, min(s.at) as at
        from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as s (room_id, sender, at)
        join rooms o on o.room_id = s.room_id and o.created_by <> s.sender
        group by o.room_id
      ) a
      where r.room_id = a.room_id
        and (r.first_response_at is null or r.first_response_at > a.at)
      """;

  private static final String ANSWER_AGAIN =
      """
      update rooms r set called_again_at = null, called_again_by = null
      from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as s (room_id, sender, at)
      where r.room_id = s.room_id and r.called_again_by <> s.sender and r.called_again_at <= s.at
      """;

  // A response that was noted may turn out to be a later one.
  private static final String WAITING =
      """
      select r.room_id
      from unnest(?::uuid[], ?::timestamptz[]) as m (room_id, earliest)
      join rooms r on r.room_id = m.room_id
        and (r.first_response_at is null or r.first_response_at > m.earliest
          or r.called_again_at is not null)
      """;

  private final DataSource database;

  RoomTimes(DataSource database) {
    this.database = database;
  }

  /**
   * @param earliest when the first message of each room was written
   * @return the rooms to which one of their messages may be a response
   */
  Set<UUID> waiting(Map<UUID, Instant> earliest) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(WAITING)) {
      select.setArray(1, connection.createArrayOf("uuid", earliest.keySet().toArray()));
      select.setArray(2, times(connection, earliest.values()));
      Set<UUID> found = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1, UUID.class));
        }
      }
      return found;
    }
  }

  /**
   * @param latest when the last message of each room was written
   * @param said who wrote when, in rooms that wait for a response
   */
  @Transactional(rollbackOn = SQLException.class)
  void move(Map<UUID, Instant> latest, List<Said> said) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Array rooms = connection.createArrayOf("uuid", latest.keySet().toArray());
      execute(connection, LOCK, rooms);
      execute(connection, MOVE, rooms, times(connection, latest.values()));
      if (!said.isEmpty()) {
        Array saidIn = connection.createArrayOf("uuid", said.stream().map(Said::roomId).toArray());
        Array by = connection.createArrayOf("text", said.stream().map(Said::senderId).toArray());
        Array at = times(connection, said.stream().map(Said::createdAt).toList());
        execute(connection, ANSWER, saidIn, by, at);
        execute(connection, ANSWER_AGAIN, saidIn, by, at);
      }
    }
  }

  private static Array times(Connection connection, Collection<Instant> times) throws SQLException {
    return connection.createArrayOf(
        "timestamptz", times.stream().map(it -> it.atOffset(ZoneOffset.UTC)).toArray());
  }

  private static void execute(Connection connection, String sql, Array... columns)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.length; i++) {
        statement.setArray(i + 1, columns[i]);
      }
      statement.execute();
    }
  }
}
