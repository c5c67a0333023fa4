package org.andon.messaging.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The SQL of reactions as they stand. All by the primary key. */
final class ReactionStore {
  private ReactionStore() {}

  /** One person's emoji on one message. */
  record Reaction(UUID messageId, String emoji, String userId) {}

  /**
   * How often an emoji stands on a message.
   *
   * @param mine whether the one who asks is among them
   */
  record Tally(String emoji, int count, boolean mine) {}

  /** The messages' emoji, in the order in which they first came. */
  static Map<UUID, List<Tally>> tallies(
      Connection connection, Collection<UUID> messageIds, String viewer) throws SQLException {
    if (messageIds.isEmpty()) {
      return Map.of();
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT message_id, emoji, count(*), bool_or(user_id = ?) FROM message_reactions
            WHERE message_id = ANY (?) GROUP BY message_id, emoji ORDER BY min(sequence_number)
            """)) {
      select.setString(1, viewer);
      select.setArray(2, Columns.of(connection, "uuid", messageIds));
      Map<UUID, List<Tally>> tallies = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          tallies
              .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
              .add(new Tally(row.getString(2), row.getInt(3), row.getBoolean(4)));
        }
      }
      return tallies;
    }
  }

  /** Those of the reactions that are there. */
  static Set<Reaction> present(Connection connection, Collection<Reaction> reactions)
      throws SQLException {
    if (reactions.isEmpty()) {
      return Set.of();
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT r.message_id, r.emoji, r.user_id
            FROM unnest(?::uuid[], ?::text[], ?::text[]) AS k (message_id, emoji, user_id)
            JOIN message_reactions r USING (message_id, emoji, user_id)
            """)) {
      bind(connection, select, reactions);
      Set<Reaction> present = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          present.add(
              new Reaction(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
        }
      }
      return present;
    }
  }

  static void insert(Connection connection, Map<Reaction, Long> numbers) throws SQLException {
    if (numbers.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO message_reactions (message_id, emoji, user_id, sequence_number)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[])
            """)) {
      bind(connection, insert, numbers.keySet());
      insert.setArray(4, Columns.of(connection, "bigint", numbers.values()));
      insert.executeUpdate();
    }
  }

  static void delete(Connection connection, Collection<Reaction> reactions) throws SQLException {
    if (reactions.isEmpty()) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            DELETE FROM message_reactions r
            USING unnest(?::uuid[], ?::text[], ?::text[]) AS k (message_id, emoji, user_id)
            WHERE r.message_id = k.message_id AND r.emoji = k.emoji AND r.user_id = k.user_id
            """)) {
      bind(connection, delete, reactions);
      delete.executeUpdate();
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, Collection<Reaction> reactions)
      throws SQLException {
    statement.setArray(1, Columns.of(connection, "uuid", reactions, Reaction::messageId));
    statement.setArray(2, Columns.of(connection, "text", reactions, Reaction::emoji));
    statement.setArray(3, Columns.of(connection, "text", reactions, Reaction::userId));
  }
}
