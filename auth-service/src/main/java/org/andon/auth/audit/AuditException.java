package org.andon.auth.audit;

import java.sql.SQLException;

/** The database failed while the audit was written or read. */
class AuditException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AuditException(SQLException cause) {
    super(cause);
  }
}
