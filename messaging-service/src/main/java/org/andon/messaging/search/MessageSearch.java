package org.andon.messaging.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.query.Conditions;

/**
 * The SQL of searching, in two steps that are each bounded. A common word fills its page from the
 * newest messages, which lie together on disk. What does not fill it there is not common, and the
 * index finds all of it. Left the choice, the planner would now and then read the whole table.
 */
@ApplicationScoped
class MessageSearch {
  private final AgroalDataSource dataSource;
  private final SearchConfig config;

  MessageSearch(AgroalDataSource dataSource, SearchConfig config) {
    this.dataSource = dataSource;
    this.config = config;
  }

  /** The ids of what was found, newest first; one more than the limit where there is more. */
  List<UUID> find(Search search) {
    if (search.rooms().isEmpty()) {
      return List.of();
    }
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      plan(connection);
      List<UUID> found = amongRecent(connection, search);
      if (found.size() <= search.limit()) {
        found = byIndex(connection, search);
      }
      connection.commit();
      return found;
    } catch (SQLException e) {
      throw new WriteFailure.Unavailable(e);
    }
  }

  private void plan(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET LOCAL enable_seqscan = off; SET LOCAL jit = off;"
              + " SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL statement_timeout = "
              + config.timeout().toMillis());
    }
  }

  /** The primary key backwards, from the newest message of the rooms: so many rows, no more. */
  private List<UUID> amongRecent(Connection connection, Search search) throws SQLException {
    Conditions range = search.range();
    if (inIndex(search)) {
      range.andIfGiven("message_id <= ?", newest(connection, search));
    }
    Conditions filter = search.filter().and("room_id = ANY (?::uuid[])", search.roomsLiteral());
    return ids(
        connection,
        """
        SELECT message_id FROM (
          SELECT * FROM message_words WHERE %s ORDER BY message_id DESC LIMIT ?
        ) AS recent WHERE %s ORDER BY message_id DESC LIMIT ?
        """
            .formatted(range.sql(), filter.sql()),
        statement -> {
          int next = range.bind(statement, 1);
          statement.setInt(next, config.recentMessages());
          next = filter.bind(statement, next + 1);
          statement.setInt(next, search.limit() + 1);
        });
  }

  /**
   * A bitmap of message_words_index (room_id, words). The range of ids stays outside: inside, it
   * would offer the primary key as another way.
   */
  private List<UUID> byIndex(Connection connection, Search search) throws SQLException {
    Conditions range = search.range();
    Conditions filter =
        search
            .filter()
            .and(
                inIndex(search)
                    ? "room_id = ANY (?::uuid[])"
                    : "(room_id = ANY (?::uuid[])) IS TRUE",
                search.roomsLiteral());
    return ids(
        connection,
        """
        WITH found AS MATERIALIZED (SELECT message_id FROM message_words WHERE %s)
        SELECT message_id FROM found WHERE %s ORDER BY message_id DESC LIMIT ?
        """
            .formatted(filter.sql(), range.sql()),
        statement -> {
          int next = range.bind(statement, filter.bind(statement, 1));
          statement.setInt(next, search.limit() + 1);
        });
  }

  private boolean inIndex(Search search) {
    return search.rooms().size() <= config.roomsInIndex();
  }

  /** One look into messages_time for each room; null if they are all empty. */
  private static UUID newest(Connection connection, Search search) throws SQLException {
    Conditions time = new Conditions().and("m.room_id = r.room_id");
    time.andIfGiven("m.created_at < ?", search.to());
    List<UUID> newest =
        ids(
            connection,
            """
            SELECT n.message_id FROM unnest(?::uuid[]) AS r (room_id) CROSS JOIN LATERAL (
              SELECT m.message_id FROM messages m WHERE %s ORDER BY m.created_at DESC LIMIT 1
            ) AS n ORDER BY n.message_id DESC LIMIT 1
            """
                .formatted(time.sql()),
            statement -> {
              statement.setString(1, search.roomsLiteral());
              time.bind(statement, 2);
            });
    return newest.isEmpty() ? null : newest.getFirst();
  }

  private static List<UUID> ids(Connection connection, String sql, Binding binding)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      binding.bind(select);
      List<UUID> ids = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getObject(1, UUID.class));
        }
      }
      return ids;
    }
  }

  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }
}
