package org.andon.room.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What is due by mail. What a pod takes is its own for a while, also if it dies. */
@ApplicationScoped
class MailQueue {
  /** All that is due of some people, by the index notifications_mail. */
  private static final String TAKE =
      """
      update notifications n
      set mail_due_at = now() + make_interval(secs => ?), mail_attempts = n.mail_attempts + 1
      from (
        select d.notification_id from notifications d
        where d.mail_due_at <= now() and d.user_id in (
          select w.user_id from notifications w
          where w.mail_due_at <= now() order by w.mail_due_at limit ?)
        order by d.notification_id
        for update skip locked
      ) due
      where n.notification_id = due.notification_id
      returning n.notification_id, n.user_id
      """;

  private static final String SETTLE =
      "update notifications set mail_due_at = null where notification_id = any (?)";

  /** Later each time, and not at all after the last one. */
  private static final String POSTPONE =
      """
      update notifications
      set mail_due_at = case when mail_attempts < ?
        then now() + make_interval(secs => ? * power(2, mail_attempts - 1)) end
      where notification_id = any (?)
      """;

  /** By the index notifications_mail, which has nothing but what is to be sent. */
  private static final String BACKLOG =
      """
      select count(*), coalesce(extract(epoch from now() - min(mail_due_at)), 0)
      from notifications
      where mail_due_at is not null and (mail_due_at <= now() or mail_attempts > 0)
      """;

  private final DataSource database;
  private final MailConfig config;

  MailQueue(DataSource database, MailConfig config) {
    this.database = database;
    this.config = config;
  }

  /** The ids of what is due, by user. */
  Map<String, List<UUID>> take() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setDouble(1, seconds(config.takenOverAfter()));
      take.setInt(2, config.batch());
      Map<String, List<UUID>> taken = new HashMap<>();
      try (ResultSet row = take.executeQuery()) {
        while (row.next()) {
          taken
              .computeIfAbsent(row.getString(2), user -> new ArrayList<>())
              .add(row.getObject(1, UUID.class));
        }
      }
      return taken;
    }
  }

  void settle(Collection<UUID> notificationIds) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement settle = connection.prepareStatement(SETTLE)) {
      settle.setArray(1, connection.createArrayOf("uuid", notificationIds.toArray()));
      settle.executeUpdate();
    }
  }

  void postpone(Collection<UUID> notificationIds) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement postpone = connection.prepareStatement(POSTPONE)) {
      postpone.setInt(1, config.attempts());
      postpone.setDouble(2, seconds(config.retryAfter()));
      postpone.setArray(3, connection.createArrayOf("uuid", notificationIds.toArray()));
      postpone.executeUpdate();
    }
  }

  /**
   * What is due, or has been tried in vain.
   *
   * @param seconds since when the longest due of them is; 0 for none
   */
  record Backlog(double notifications, double seconds) {}

  Backlog backlog() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BACKLOG);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Backlog(row.getDouble(1), Math.max(0, row.getDouble(2)));
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
