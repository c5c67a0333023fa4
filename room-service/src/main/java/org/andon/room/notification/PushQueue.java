package org.andon.room.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * What is to be pushed, to each browser. What a pod takes is its own for a while, also if it dies.
 */
@ApplicationScoped
class PushQueue {
  // A browser that is forgotten just now is passed over: its row is locked before it is named.
  private static final String ADD =
      """
      insert into push_deliveries (notification_id, subscription_id, due_at, expires_at)
      select k.notification_id, s.subscription_id, k.due_at, k.due_at + make_interval(secs => ?)
      from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as k (notification_id, user_id, due_at)
        join push_subscriptions s on s.user_id = k.user_id
      order by s.subscription_id for key share of s
      """;

  /** By push_deliveries_due. */
  private static final String TAKE =
      """
      update push_deliveries p
      set due_at = now() + make_interval(secs => ?), attempts = p.attempts + 1
      from (
        select notification_id, subscription_id from push_deliveries
        where due_at <= now() order by due_at limit ?
        for update skip locked
      ) due
      where p.notification_id = due.notification_id and p.subscription_id = due.subscription_id
      returning p.notification_id, p.subscription_id, p.attempts, p.expires_at
      """;

  private static final String SETTLE =
      """
      delete from push_deliveries p
      using unnest(?::uuid[], ?::uuid[]) as k (notification_id, subscription_id)
      where p.notification_id = k.notification_id and p.subscription_id = k.subscription_id
      """;

  private static final String POSTPONE =
      """
      update push_deliveries set due_at = ?
      where notification_id = ? and subscription_id = ?
      """;

  private final DataSource database;
  private final PushQueueConfig config;

  PushQueue(DataSource database, PushQueueConfig config) {
    this.database = database;
    this.config = config;
  }

  /** A notification whose user wants it pushed. */
  record Due(UUID notificationId, String userId, Instant at) {}

  /**
   * One notification for one browser.
   *
   * @param attempts with the one that is to be made now
   */
  record Delivery(UUID notificationId, UUID subscriptionId, int attempts, Instant expiresAt) {}

  /** To every browser that its user has registered by now. */
  void add(List<Due> due) throws SQLException {
    if (due.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setDouble(1, seconds(config.deliveredWithin()));
      add.setArray(2, connection.createArrayOf("uuid", ids(due, Due::notificationId)));
      add.setArray(3, connection.createArrayOf("text", due.stream().map(Due::userId).toArray()));
      add.setArray(
          4,
          connection.createArrayOf(
              "timestamptz", due.stream().map(it -> it.at().atOffset(ZoneOffset.UTC)).toArray()));
      add.executeUpdate();
    }
  }

  List<Delivery> take() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setDouble(1, seconds(config.takenOverAfter()));
      take.setInt(2, config.batch());
      List<Delivery> taken = new ArrayList<>();
      try (ResultSet row = take.executeQuery()) {
        while (row.next()) {
          taken.add(
              new Delivery(
                  row.getObject(1, UUID.class),
                  row.getObject(2, UUID.class),
                  row.getInt(3),
                  row.getObject(4, OffsetDateTime.class).toInstant()));
        }
      }
      return taken;
    }
  }

  void settle(Collection<Delivery> deliveries) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement settle = connection.prepareStatement(SETTLE)) {
      settle.setArray(
          1, connection.createArrayOf("uuid", ids(deliveries, Delivery::notificationId)));
      settle.setArray(
          2, connection.createArrayOf("uuid", ids(deliveries, Delivery::subscriptionId)));
      settle.executeUpdate();
    }
  }

  /**
   * Later each time, and not before the push service wants to hear of us again.
   *
   * @return whether it will be tried again; not after the last attempt, nor too late to be news
   */
  boolean postpone(Delivery delivery, Optional<Duration> asked) throws SQLException {
    Duration own = config.retryAfter().multipliedBy(1L << (delivery.attempts() - 1));
    Instant next = Instant.now().plus(asked.filter(it -> it.compareTo(own) > 0).orElse(own));
    if (delivery.attempts() >= config.attempts() || !next.isBefore(delivery.expiresAt())) {
      settle(List.of(delivery));
      return false;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement postpone = connection.prepareStatement(POSTPONE)) {
      postpone.setObject(1, next.atOffset(ZoneOffset.UTC));
      postpone.setObject(2, delivery.notificationId());
      postpone.setObject(3, delivery.subscriptionId());
      postpone.executeUpdate();
    }
    return true;
  }

  private static <T> Object[] ids(Collection<T> of, Function<T, UUID> id) {
    return of.stream().map(id).toArray();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
