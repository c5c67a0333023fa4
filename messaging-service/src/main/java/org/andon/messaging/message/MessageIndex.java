package org.andon.messaging.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Keeps something of its own about messages, in tables of its own, written in the transaction that
 * writes the messages: it never tells of more or less than there is. Called on a writer lane, for
 * many messages at once; should do its work in one statement.
 */
public interface MessageIndex {
  /** Takes messages that are new. */
  void posted(Connection connection, List<Message> messages) throws SQLException;

  /** Takes messages that were edited or deleted, as they are now; each once. */
  void changed(Connection connection, List<Message> messages) throws SQLException;
}
