package org.andon.messaging.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.andon.messaging.message.Message;
import org.andon.messaging.message.MessageIndex;
import org.andon.messaging.message.MessageType;

/** Writes down the words of each message, in the transaction that writes the message. */
@ApplicationScoped
class MessageWords implements MessageIndex {
  @Override
  public void posted(Connection connection, List<Message> messages) throws SQLException {
    write(connection, messages.stream().filter(MessageWords::findable).toList());
  }

  @Override
  public void changed(Connection connection, List<Message> messages) throws SQLException {
    write(connection, messages.stream().filter(MessageWords::findable).toList());
    forget(connection, messages.stream().filter(Message::deleted).toList());
  }

  private static boolean findable(Message message) {
    return message.type() != MessageType.SYSTEM && !message.deleted();
  }

  private static void write(Connection connection, List<Message> messages) throws SQLException {
    if (messages.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO message_words (message_id, room_id, sender_id, message_type, created_at, words)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::tsvector[])
            ON CONFLICT (message_id) DO UPDATE SET words = excluded.words
            """)) {
      insert.setArray(1, column(connection, "uuid", messages, Message::messageId));
      insert.setArray(2, column(connection, "uuid", messages, Message::roomId));
      insert.setArray(3, column(connection, "text", messages, Message::senderId));
      insert.setArray(4, column(connection, "text", messages, m -> m.type().wireName()));
      insert.setArray(5, column(connection, "timestamptz", messages, Message::createdAt));
      insert.setArray(
          6,
          column(
              connection,
              "tsvector",
              messages,
              m -> WordVector.of(SearchText.of(m.type(), m.content()))));
      insert.executeUpdate();
    }
  }

  private static void forget(Connection connection, List<Message> messages) throws SQLException {
    if (messages.isEmpty()) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM message_words WHERE message_id = ANY (?)")) {
      delete.setArray(1, column(connection, "uuid", messages, Message::messageId));
      delete.executeUpdate();
    }
  }

  private static java.sql.Array column(
      Connection connection, String type, List<Message> messages, Function<Message, Object> value)
      throws SQLException {
    return connection.createArrayOf(
        type, messages.stream().map(value).map(Object::toString).toArray());
  }
}
