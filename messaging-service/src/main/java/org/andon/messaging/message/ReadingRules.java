package org.andon.messaging.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** Knows what rooms expect of readings. */
public interface ReadingRules {

  /** As it stands in the transaction that writes the messages; one question for all rooms. */
  Expectations of(Connection connection, Set<UUID> roomIds) throws SQLException;

  /** What some rooms expect. */
  @FunctionalInterface
  interface Expectations {
    /**
     * @param readings a JSON object
     */
    Findings hold(UUID roomId, String readings);
  }
}
