package org.andon.auth.throttle;

import java.sql.SQLException;

/** The database failed while known places were read or written. */
class ThrottleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ThrottleException(SQLException cause) {
    super(cause);
  }
}
