package org.andon.auth.revocation;

import java.sql.SQLException;

/** The database failed while revocations were read or marked. */
class RevocationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RevocationException(SQLException cause) {
    super(cause);
  }
}
