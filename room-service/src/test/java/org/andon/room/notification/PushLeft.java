package org.andon.room.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What is still to be pushed to somebody, and other times for it. */
@ApplicationScoped
class PushLeft {
  private static final String OF_USER =
      """
       where notification_id in (
        select notification_id from notifications where user_id = ?)
      """;

  private final DataSource database;

  PushLeft(DataSource database) {
    this.database = database;
  }

  int of(String user) throws SQLException {
    return number("select count(*) from push_deliveries" + OF_USER, user);
  }

  int attemptsFor(String user) throws SQLException {
    return number("select coalesce(max(attempts), 0) from push_deliveries" + OF_USER, user);
  }

  /** Later than another pod would take over what was begun: it has failed, and that is noted. */
  boolean isPostponed(String user) throws SQLException {
    return number(
            "select count(*) from push_deliveries"
                + OF_USER
                + " and due_at > now() + interval '6 minutes'",
            user)
        > 0;
  }

  void isDueNow(String user) throws SQLException {
    change("due_at = now(), expires_at = now() + interval '1 hour'", user);
  }

  void expiresNow(String user) throws SQLException {
    change("due_at = now(), expires_at = now()", user);
  }

  private int number(String sql, String user) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, user);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private void change(String values, String user) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update push_deliveries set " + values + OF_USER)) {
      update.setString(1, user);
      update.executeUpdate();
    }
  }
}
