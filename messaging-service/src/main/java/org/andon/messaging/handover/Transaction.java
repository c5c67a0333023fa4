package org.andon.messaging.handover;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Work that is committed whole, or not at all. */
interface Transaction<T> {
  T run(Connection connection) throws SQLException;

  static <T> T in(AgroalDataSource dataSource, Transaction<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (Throwable e) {
        connection.rollback();
        throw e;
      }
    }
  }
}
