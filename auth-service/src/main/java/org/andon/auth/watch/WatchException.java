package org.andon.auth.watch;

import java.sql.SQLException;

/** The database failed while sessions were claimed. */
class WatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WatchException(SQLException cause) {
    super(cause);
  }
}
