package org.andon.room.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.andon.room.conversation.MessageRewritten;

/** Takes back mentions that are no more; of a deleted message no word is kept. */
@ApplicationScoped
class Withdrawals {
  private static final String WITHDRAW =
      """
      insert into withdrawn_messages (message_id, withdrawn_at) values (?, now())
      on conflict do nothing
      """;

  /** By the index notifications_of_message. */
  private static final String REMOVE =
      """
      delete from notifications
      where message_id = ? and kind = 'MENTION' and user_id <> all (?)
      """;

  private final DataSource database;

  Withdrawals(DataSource database) {
    this.database = database;
  }

  @Transactional(rollbackOn = SQLException.class)
  void rewritten(@Observes MessageRewritten message) throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (message.deleted()) {
        try (PreparedStatement withdraw = connection.prepareStatement(WITHDRAW)) {
          withdraw.setObject(1, message.messageId());
          withdraw.executeUpdate();
        }
      }
      try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
        remove.setObject(1, message.messageId());
        remove.setArray(
            2,
            connection.createArrayOf(
                "text", message.deleted() ? new String[0] : message.mentions().toArray()));
        remove.executeUpdate();
      }
    }
  }
}
