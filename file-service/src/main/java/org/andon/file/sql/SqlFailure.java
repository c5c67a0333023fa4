package org.andon.file.sql;

import java.sql.SQLException;

/** The database failed. */
public final class SqlFailure extends RuntimeException {
  public SqlFailure(SQLException cause) {
    super(cause);
  }
}
