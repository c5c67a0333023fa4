package org.andon.messaging.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The SQL that finds what a client has done before, by its own id of it. */
final class ReceiptStore {
  private ReceiptStore() {}

  /** One user's own id of what they did in a room; for what the system records, the version. */
  sealed interface RetryKey {
    record Client(UUID roomId, String userId, UUID clientMsgId) implements RetryKey {}

    record Version(UUID roomId, long roomVersion) implements RetryKey {}

    /** Null for a command that cannot be told from its repetition. */
    static RetryKey of(RoomCommand command) {
      if (command instanceof RoomCommand.RecordEvent event) {
        return event.roomVersion() == null
            ? null
            : new Version(event.roomId(), event.roomVersion());
      }
      return command.clientMsgId() == null
          ? null
          : new Client(command.roomId(), command.userId(), command.clientMsgId());
    }
  }

  /** By the unique indexes messages_retry, message_changes_retry and messages_room_version. */
  static Map<RetryKey, Receipt> find(Connection connection, Collection<RetryKey> keys)
      throws SQLException {
    Map<RetryKey, Receipt> found = new HashMap<>();
    findByClient(connection, of(keys, RetryKey.Client.class), found);
    findByVersion(connection, of(keys, RetryKey.Version.class), found);
    return found;
  }

  private static <K extends RetryKey> List<K> of(Collection<RetryKey> keys, Class<K> kind) {
    return keys.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static void findByClient(
      Connection connection, List<RetryKey.Client> keys, Map<RetryKey, Receipt> found)
      throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            WITH k AS MATERIALIZED (
              SELECT * FROM unnest(?::uuid[], ?::text[], ?::uuid[]) AS k (room_id, user_id, client_msg_id))
            SELECT k.*, m.message_id, m.sequence_number, m.created_at
            FROM k JOIN messages m ON m.room_id = k.room_id AND m.sender_id = k.user_id
              AND m.client_msg_id = k.client_msg_id
            UNION ALL
            SELECT k.*, c.message_id, c.sequence_number, c.created_at
            FROM k JOIN message_changes c ON c.room_id = k.room_id AND c.user_id = k.user_id
              AND c.client_msg_id = k.client_msg_id
            """)) {
      select.setArray(1, Columns.of(connection, "uuid", keys, RetryKey.Client::roomId));
      select.setArray(2, Columns.of(connection, "text", keys, RetryKey.Client::userId));
      select.setArray(3, Columns.of(connection, "uuid", keys, RetryKey.Client::clientMsgId));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.put(
              new RetryKey.Client(
                  Columns.uuid(row, "room_id"),
                  row.getString("user_id"),
                  Columns.uuid(row, "client_msg_id")),
              receipt(row));
        }
      }
    }
  }

  private static void findByVersion(
      Connection connection, List<RetryKey.Version> keys, Map<RetryKey, Receipt> found)
      throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT m.room_id, m.room_version, m.message_id, m.sequence_number, m.created_at
            FROM unnest(?::uuid[], ?::bigint[]) AS k (room_id, room_version)
            JOIN messages m USING (room_id, room_version)
            """)) {
      select.setArray(1, Columns.of(connection, "uuid", keys, RetryKey.Version::roomId));
      select.setArray(2, Columns.of(connection, "bigint", keys, RetryKey.Version::roomVersion));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.put(
              new RetryKey.Version(Columns.uuid(row, "room_id"), row.getLong("room_version")),
              receipt(row));
        }
      }
    }
  }

  private static Receipt receipt(ResultSet row) throws SQLException {
    return new Receipt(
        Columns.uuid(row, "message_id"),
        row.getObject("sequence_number", Long.class),
        Columns.instant(row, "created_at"));
  }
}
