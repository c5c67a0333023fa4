package org.andon.room.push;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The browsers that were registered. */
@ApplicationScoped
public class SubscriptionStore {
  private static final String PUT =
      """
      insert into push_subscriptions (subscription_id, endpoint, user_id, session_id, p256dh, auth,
        language, registered_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, now(), ?)
      on conflict (endpoint) do update
        set user_id = excluded.user_id, session_id = excluded.session_id,
          p256dh = excluded.p256dh, auth = excluded.auth, language = excluded.language,
          registered_at = excluded.registered_at, expires_at = excluded.expires_at
      """;

  /** By push_subscriptions_of_user. */
  private static final String KEEP_NEWEST =
      """
      delete from push_subscriptions where subscription_id in (
        select subscription_id from push_subscriptions where user_id = ?
        order by registered_at desc, subscription_id desc offset ?)
      """;

  private static final String SELECT =
      """
      select subscription_id, user_id, endpoint, p256dh, auth, language
      from push_subscriptions where subscription_id = any (?)
      """;

  private static final String OF_USER =
      "delete from push_subscriptions where user_id = ? and endpoint = ?";
  private static final String ONE = "delete from push_subscriptions where subscription_id = ?";
  private static final String OF_SESSION =
      "delete from push_subscriptions where session_id = any (?)";
  private static final String OLD =
      "delete from push_subscriptions where registered_at < ? or expires_at < now()";

  private final DataSource database;
  private final PushConfig config;

  SubscriptionStore(DataSource database, PushConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Those that are still there. */
  public Map<UUID, Subscription> of(Collection<UUID> subscriptionIds) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setArray(1, connection.createArrayOf("uuid", subscriptionIds.toArray()));
      Map<UUID, Subscription> found = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Subscription subscription = subscription(row);
          found.put(subscription.subscriptionId(), subscription);
        }
      }
      return found;
    }
  }

  /** The push service knows it no more. */
  public void remove(UUID subscriptionId) throws SQLException {
    change(ONE, subscriptionId);
  }

  void remove(String userId, String endpoint) throws SQLException {
    change(OF_USER, userId, endpoint);
  }

  void removeOfSessions(Collection<String> sessionIds) throws SQLException {
    change(OF_SESSION, (Object) sessionIds.toArray(String[]::new));
  }

  void put(Subscription subscription, String sessionId, Optional<Instant> expiresAt)
      throws SQLException {
    change(
        PUT,
        subscription.subscriptionId(),
        subscription.endpoint().toString(),
        subscription.userId(),
        sessionId,
        subscription.p256dh(),
        subscription.auth(),
        subscription.language().orElse(null),
        expiresAt.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null));
  }

  void keepNewest(String userId) throws SQLException {
    change(KEEP_NEWEST, userId, config.devicesPerUser());
  }

  /** Every pod may do it: what is gone is gone. */
  @Scheduled(every = "{andon.push.remove-every}", skipExecutionIf = ApplicationNotRunning.class)
  @RunOnVirtualThread
  void forget() throws SQLException {
    change(OLD, OffsetDateTime.now(ZoneOffset.UTC).minus(config.keptFor()));
  }

  private void change(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    return new Subscription(
        row.getObject("subscription_id", UUID.class),
        row.getString("user_id"),
        URI.create(row.getString("endpoint")),
        row.getBytes("p256dh"),
        row.getBytes("auth"),
        Optional.ofNullable(row.getString("language")));
  }
}
