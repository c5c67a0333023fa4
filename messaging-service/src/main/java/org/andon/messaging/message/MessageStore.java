package org.andon.messaging.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The SQL of messages. */
final class MessageStore {
  private static final String COLUMNS =
      "message_id, room_id, sequence_number, sender_id, sender_name, message_type, content,"
          + " mentions, file_id, reply_to, client_msg_id, room_version, created_at, edited_at,"
          + " deleted_at, mark, marked_by, findings";

  private MessageStore() {}

  static void insert(Connection connection, List<Message> messages) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO messages (message_id, room_id, sequence_number, sender_id, sender_name,
              message_type, content, mentions, file_id, reply_to, client_msg_id, room_version, created_at,
              findings)
            SELECT m.message_id, m.room_id, m.sequence_number, m.sender_id, m.sender_name,
              m.message_type, m.content, m.mentions::text[], m.file_id, m.reply_to, m.client_msg_id,
              m.room_version, m.created_at, m.findings
            FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[],
                ?::text[])
              AS m (message_id, room_id, sequence_number, sender_id, sender_name, message_type,
                content, mentions, file_id, reply_to, client_msg_id, room_version, created_at, findings)
            """)) {
      insert.setArray(1, Columns.of(connection, "uuid", messages, Message::messageId));
      insert.setArray(2, Columns.of(connection, "uuid", messages, Message::roomId));
      insert.setArray(3, Columns.of(connection, "bigint", messages, Message::sequenceNumber));
      insert.setArray(4, Columns.of(connection, "text", messages, Message::senderId));
      insert.setArray(5, Columns.of(connection, "text", messages, Message::senderName));
      insert.setArray(6, Columns.of(connection, "text", messages, m -> m.type().wireName()));
      insert.setArray(7, Columns.of(connection, "text", messages, Message::content));
      insert.setArray(
          8, Columns.of(connection, "text", messages, m -> Columns.literal(m.mentions())));
      insert.setArray(9, Columns.of(connection, "uuid", messages, Message::fileId));
      insert.setArray(10, Columns.of(connection, "uuid", messages, Message::replyTo));
      insert.setArray(11, Columns.of(connection, "uuid", messages, Message::clientMsgId));
      insert.setArray(12, Columns.of(connection, "bigint", messages, Message::roomVersion));
      insert.setArray(13, Columns.of(connection, "timestamptz", messages, Message::createdAt));
      insert.setArray(
          14, Columns.of(connection, "text", messages, m -> Findings.write(m.findings())));
      insert.executeUpdate();
    }
  }

  /** Writes messages that were edited, deleted or marked; the room's lock is held. */
  static void update(Connection connection, Collection<Message> messages) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE messages m
            SET content = k.content, mentions = k.mentions::text[], edited_at = k.edited_at,
                deleted_at = k.deleted_at, mark = k.mark, marked_by = k.marked_by,
                findings = k.findings
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                ?::text[], ?::text[], ?::text[])
              AS k (message_id, content, mentions, edited_at, deleted_at, mark, marked_by,
                findings)
            WHERE m.message_id = k.message_id
            """)) {
      update.setArray(1, Columns.of(connection, "uuid", messages, Message::messageId));
      update.setArray(2, Columns.of(connection, "text", messages, Message::content));
      update.setArray(
          3, Columns.of(connection, "text", messages, m -> Columns.literal(m.mentions())));
      update.setArray(4, Columns.of(connection, "timestamptz", messages, Message::editedAt));
      update.setArray(5, Columns.of(connection, "timestamptz", messages, Message::deletedAt));
      update.setArray(6, Columns.of(connection, "text", messages, m -> Mark.name(m.mark())));
      update.setArray(7, Columns.of(connection, "text", messages, Message::markedBy));
      update.setArray(
          8, Columns.of(connection, "text", messages, m -> Findings.write(m.findings())));
      update.executeUpdate();
    }
  }

  /** By primary key, in no order. */
  static List<Message> byIds(Connection connection, Collection<UUID> ids) throws SQLException {
    return ids.isEmpty()
        ? List.of()
        : select(connection, "message_id = ANY (?)", Columns.of(connection, "uuid", ids));
  }

  /** Ascending, after one number and up to another: a range of the index messages_number. */
  static List<Message> range(Connection connection, UUID roomId, long after, long upTo, int limit)
      throws SQLException {
    return select(
        connection,
        "room_id = ? AND sequence_number > ? AND sequence_number <= ? ORDER BY sequence_number"
            + " LIMIT ?",
        roomId,
        after,
        upTo,
        limit);
  }

  /** Those with a mark, ascending, by the index messages_marked. */
  static List<Message> marked(Connection connection, UUID roomId) throws SQLException {
    return select(connection, "room_id = ? AND mark IS NOT NULL ORDER BY sequence_number", roomId);
  }

  /** Those that messages refer to, in their order, by the index messages_number. */
  static Set<UUID> files(Connection connection, UUID roomId, long upTo) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT file_id FROM messages WHERE room_id = ? AND sequence_number <= ?"
                + " AND file_id IS NOT NULL ORDER BY sequence_number")) {
      select.setObject(1, roomId);
      select.setLong(2, upTo);
      Set<UUID> files = new LinkedHashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          files.add(Columns.uuid(row, "file_id"));
        }
      }
      return files;
    }
  }

  /** Descending, before a number: the index messages_number, backwards. */
  static List<Message> before(Connection connection, UUID roomId, long before, int limit)
      throws SQLException {
    return select(
        connection,
        "room_id = ? AND sequence_number < ? ORDER BY sequence_number DESC LIMIT ?",
        roomId,
        before,
        limit);
  }

  /** Descending, before a time: the index messages_time, backwards. */
  static List<Message> before(Connection connection, UUID roomId, Instant before, int limit)
      throws SQLException {
    return select(
        connection,
        "room_id = ? AND created_at < ? ORDER BY created_at DESC, sequence_number DESC LIMIT ?",
        roomId,
        Timestamp.from(before),
        limit);
  }

  private static List<Message> select(Connection connection, String where, Object... parameters)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM messages WHERE " + where)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      List<Message> messages = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          messages.add(message(row));
        }
      }
      return messages;
    }
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        Columns.uuid(row, "message_id"),
        Columns.uuid(row, "room_id"),
        row.getLong("sequence_number"),
        row.getString("sender_id"),
        row.getString("sender_name"),
        MessageType.of(row.getString("message_type")).orElseThrow(),
        row.getString("content"),
        Columns.strings(row, "mentions"),
        Columns.uuid(row, "file_id"),
        Columns.uuid(row, "reply_to"),
        Columns.uuid(row, "client_msg_id"),
        row.getObject("room_version", Long.class),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "edited_at"),
        Columns.instant(row, "deleted_at"),
        Mark.stored(row.getString("mark")),
        row.getString("marked_by"),
        Findings.read(row.getString("findings")));
  }
}
