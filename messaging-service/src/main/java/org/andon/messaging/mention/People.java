package org.andon.messaging.mention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The SQL of people's names. */
@ApplicationScoped
class People {
  private final long believedMillis;

  People(MentionConfig config) {
    this.believedMillis = config.askAgainAfter().toMillis();
  }

  /**
   * A member of a room.
   *
   * @param displayName null if not known
   * @param stale whether the directory should be asked
   */
  record KnownMember(String userId, String displayName, boolean stale) {}

  /** A room's members, by the primary keys of both tables. */
  List<KnownMember> membersOf(Connection connection, UUID roomId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT m.user_id, p.display_name,
                   p.asked_at IS NULL OR p.asked_at < now() - make_interval(secs => ? / 1000.0)
            FROM room_members m LEFT JOIN people p ON p.user_id = m.user_id
            WHERE m.room_id = ?
            """)) {
      select.setLong(1, believedMillis);
      select.setObject(2, roomId);
      List<KnownMember> members = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          members.add(new KnownMember(row.getString(1), row.getString(2), row.getBoolean(3)));
        }
      }
      return members;
    }
  }

  /** Rows in one order, so that two pods never wait for each other in a circle. */
  void learn(Connection connection, Map<String, Optional<String>> names) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO people (user_id, display_name, asked_at)
            SELECT n.user_id, n.display_name, now() FROM unnest(?::text[], ?::text[]) AS n (user_id, display_name)
            ORDER BY n.user_id
            ON CONFLICT (user_id) DO UPDATE
            SET display_name = excluded.display_name, asked_at = excluded.asked_at
            """)) {
      upsert.setArray(1, connection.createArrayOf("text", names.keySet().toArray()));
      upsert.setArray(
          2,
          connection.createArrayOf(
              "text", names.values().stream().map(name -> name.orElse(null)).toArray()));
      upsert.executeUpdate();
    }
  }
}
