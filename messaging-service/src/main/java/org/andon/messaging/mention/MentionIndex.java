package org.andon.messaging.mention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.andon.messaging.message.Message;
import org.andon.messaging.message.MessageIndex;

/** Keeps who is mentioned where; a deleted message mentions nobody. */
@ApplicationScoped
class MentionIndex implements MessageIndex {
  private static final String NOW =
      """
      SELECT k.message_id, k.user_id, k.room_id, k.sequence_number, k.sender_id, k.created_at
      FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[])
        AS k (message_id, user_id, room_id, sequence_number, sender_id, created_at)
      """;

  private static final String INSERT =
      "INSERT INTO message_mentions (message_id, user_id, room_id, sequence_number, sender_id,"
          + " created_at) ";

  /** Who is mentioned still is left as it is, by the primary key. */
  private static final String REPLACE =
      "WITH present AS ("
          + NOW
          + """
          ), gone AS (
            DELETE FROM message_mentions m
            WHERE m.message_id = ANY (?) AND NOT EXISTS (
              SELECT FROM present p WHERE p.message_id = m.message_id AND p.user_id = m.user_id))
          """
          + INSERT
          + "SELECT * FROM present ON CONFLICT DO NOTHING";

  private record Mention(Message message, String userId) {}

  @Override
  public void posted(Connection connection, List<Message> messages) throws SQLException {
    List<Mention> mentions = mentions(messages);
    if (mentions.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(INSERT + NOW + " ON CONFLICT DO NOTHING")) {
      set(insert, connection, mentions);
      insert.executeUpdate();
    }
  }

  @Override
  public void changed(Connection connection, List<Message> messages) throws SQLException {
    try (PreparedStatement replace = connection.prepareStatement(REPLACE)) {
      set(replace, connection, mentions(messages));
      UUID[] ids = messages.stream().map(Message::messageId).toArray(UUID[]::new);
      replace.setArray(7, connection.createArrayOf("uuid", ids));
      replace.executeUpdate();
    }
  }

  private static List<Mention> mentions(List<Message> messages) {
    return messages.stream()
        .filter(message -> !message.deleted())
        .flatMap(m -> m.mentions().stream().map(userId -> new Mention(m, userId)))
        .toList();
  }

  private static void set(
      PreparedStatement statement, Connection connection, List<Mention> mentions)
      throws SQLException {
    setColumn(statement, connection, 1, "uuid", mentions, m -> m.message().messageId());
    setColumn(statement, connection, 2, "text", mentions, Mention::userId);
    setColumn(statement, connection, 3, "uuid", mentions, m -> m.message().roomId());
    setColumn(statement, connection, 4, "bigint", mentions, m -> m.message().sequenceNumber());
    setColumn(statement, connection, 5, "text", mentions, m -> m.message().senderId());
    setColumn(statement, connection, 6, "timestamptz", mentions, m -> m.message().createdAt());
  }

  private static void setColumn(
      PreparedStatement statement,
      Connection connection,
      int index,
      String type,
      List<Mention> mentions,
      Function<Mention, Object> column)
      throws SQLException {
    statement.setArray(
        index, connection.createArrayOf(type, mentions.stream().map(column).toArray()));
  }
}
