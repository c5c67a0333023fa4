package org.andon.messaging.message;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The SQL of messages and of the rooms' counters. */
final class MessageStore {
  private static final String COLUMNS =
      "message_id, room_id, sequence_number, sender_id, sender_name, message_type, content,"
          + " mentions, file_id, reply_to, client_msg_id, created_at, edited_at, deleted_at";

  private MessageStore() {}

  /** A room's counter. */
  record Counter(long last, long published) {}

  /** One sender's own id of a message. */
  record RetryKey(UUID roomId, String senderId, UUID clientMsgId) {
    static RetryKey of(NewMessage message) {
      return new RetryKey(message.roomId(), message.senderId(), message.clientMsgId());
    }
  }

  /**
   * Locks the rooms' counters until the transaction ends. In one order, so that two pods never wait
   * for each other in a circle; before any insert, so that a later number can never commit first.
   */
  static Map<UUID, Counter> lockCounters(Connection connection, Collection<UUID> rooms)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT room_id, last_sequence, published_sequence FROM room_sequences
            WHERE room_id = ANY (?) ORDER BY room_id FOR UPDATE
            """)) {
      select.setArray(1, connection.createArrayOf("uuid", rooms.toArray()));
      Map<UUID, Counter> counters = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counters.put(row.getObject(1, UUID.class), new Counter(row.getLong(2), row.getLong(3)));
        }
      }
      return counters;
    }
  }

  /** Those of the messages that were written before, by the unique index messages_retry. */
  static Map<RetryKey, Receipt> findWritten(Connection connection, Collection<RetryKey> keys)
      throws SQLException {
    if (keys.isEmpty()) {
      return Map.of();
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT m.room_id, m.sender_id, m.client_msg_id, m.message_id, m.sequence_number, m.created_at
            FROM unnest(?::uuid[], ?::text[], ?::uuid[]) AS k (room_id, sender_id, client_msg_id)
            JOIN messages m USING (room_id, sender_id, client_msg_id)
            """)) {
      select.setArray(1, array(connection, "uuid", keys.stream().map(RetryKey::roomId)));
      select.setArray(2, array(connection, "text", keys.stream().map(RetryKey::senderId)));
      select.setArray(3, array(connection, "uuid", keys.stream().map(RetryKey::clientMsgId)));
      Map<RetryKey, Receipt> written = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          written.put(
              new RetryKey(
                  row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)),
              new Receipt(
                  row.getObject(4, UUID.class), row.getLong(5), row.getTimestamp(6).toInstant()));
        }
      }
      return written;
    }
  }

  static void insert(Connection connection, List<Message> messages) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO messages ("
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Message message : messages) {
        NewMessage body = message.body();
        insert.setObject(1, message.messageId());
        insert.setObject(2, body.roomId());
        insert.setLong(3, message.sequenceNumber());
        insert.setString(4, body.senderId());
        insert.setString(5, body.senderName());
        insert.setString(6, body.type().wireName());
        insert.setString(7, body.content());
        insert.setArray(8, connection.createArrayOf("text", body.mentions().toArray()));
        insert.setObject(9, body.fileId());
        insert.setObject(10, body.replyTo());
        insert.setObject(11, body.clientMsgId());
        insert.setTimestamp(12, Timestamp.from(message.createdAt()));
        insert.setTimestamp(13, null);
        insert.setTimestamp(14, null);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static void advanceCounters(Connection connection, Map<UUID, Long> lastByRoom)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE room_sequences s
            SET last_sequence = k.last, unpublished_since = COALESCE(s.unpublished_since, now())
            FROM unnest(?::uuid[], ?::bigint[]) AS k (room_id, last) WHERE s.room_id = k.room_id
            """)) {
      update.setArray(1, array(connection, "uuid", lastByRoom.keySet().stream()));
      update.setArray(2, array(connection, "bigint", lastByRoom.values().stream()));
      update.executeUpdate();
    }
  }

  static long lastSequence(Connection connection, UUID roomId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT last_sequence FROM room_sequences WHERE room_id = ?")) {
      select.setObject(1, roomId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
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
    NewMessage body =
        new NewMessage(
            row.getObject("room_id", UUID.class),
            row.getString("sender_id"),
            row.getString("sender_name"),
            row.getObject("client_msg_id", UUID.class),
            MessageType.of(row.getString("message_type")).orElseThrow(),
            row.getString("content"),
            List.of((String[]) row.getArray("mentions").getArray()),
            row.getObject("file_id", UUID.class),
            row.getObject("reply_to", UUID.class));
    return new Message(
        row.getObject("message_id", UUID.class),
        row.getLong("sequence_number"),
        body,
        row.getTimestamp("created_at").toInstant(),
        instant(row, "edited_at"),
        instant(row, "deleted_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  private static Array array(
      Connection connection, String type, java.util.stream.Stream<?> elements) throws SQLException {
    return connection.createArrayOf(type, elements.toArray());
  }
}
