package org.andon.room.publishing;

import java.sql.SQLException;

/** The database failed while changes were written or read. */
class PublishingException extends RuntimeException {
  PublishingException(SQLException cause) {
    super(cause);
  }
}
