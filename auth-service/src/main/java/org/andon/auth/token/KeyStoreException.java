package org.andon.auth.token;

import java.sql.SQLException;

/** The database failed while signing keys were read or written. */
class KeyStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyStoreException(SQLException cause) {
    super(cause);
  }
}
