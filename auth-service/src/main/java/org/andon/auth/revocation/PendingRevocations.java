package org.andon.auth.revocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.contracts.SessionRevoked;
import org.andon.contracts.TopicNames;
import org.andon.outbox.CloudEvent;
import org.andon.outbox.Outbox;

/** The queue of revocations to publish: sessions that ended and are not marked as published. */
@ApplicationScoped
class PendingRevocations implements Outbox<PendingRevocation> {

  // By the partial index sessions_unpublished. Advisory locks rather than row locks: Kafka may be
  // slow, and whoever still presents the session's refresh token must not wait for it. The CTE
  // keeps PostgreSQL from locking what the limit then leaves out.
  private static final String RESERVE =
      """
      with pending as materialized (
        select session_id, user_id, end_reason, ended_at, access_until from sessions
        where ended_at is not null and not revocation_published
        order by ended_at limit ?)
      select session_id, user_id, end_reason, ended_at, access_until from pending
      where pg_try_advisory_xact_lock(hashtextextended(session_id::text, 0))
      order by ended_at
      """;

  private static final String MARK =
      "update sessions set revocation_published = true where session_id = any (?)";

  private final DataSource database;
  private final RevocationConfig config;
  private final ObjectMapper json;

  PendingRevocations(DataSource database, RevocationConfig config, Clock clock, ObjectMapper json) {
    this.database = database;
    this.config = config;
    this.json = json;
  }

  @Override
  public String topic() {
    return TopicNames.SESSIONS;
  }

  /**
   * The oldest first.
   *
   * @param bytes not looked at: a revocation is some hundred bytes
   */
  @Override
  @Transactional(TxType.MANDATORY)
  public List<PendingRevocation> reserve(int limit, long bytes) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(RESERVE)) {
      select.setInt(1, limit);
      List<PendingRevocation> pending = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          pending.add(read(rows));
        }
      }
      return pending;
    } catch (SQLException e) {
      throw new RevocationException(e);
    }
  }

  private PendingRevocation read(ResultSet row) throws SQLException {
    var event =
        new SessionRevoked(
            row.getObject("session_id", UUID.class),
            row.getString("user_id"),
            row.getString("end_reason"),
            instant(row, "access_until").plus(config.clockSkew()));
    String sessionId = event.sid().toString();
    return new PendingRevocation(
        event.sid(),
        // A session ends once, so its id is the event's too.
        new CloudEvent(
            sessionId, SessionRevoked.TYPE, instant(row, "ended_at"), sessionId, written(event)));
  }

  private String written(SessionRevoked event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public void published(List<PendingRevocation> revocations) {
    Object[] sessionIds = revocations.stream().map(PendingRevocation::sessionId).toArray();
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(MARK)) {
      update.setArray(1, connection.createArrayOf("uuid", sessionIds));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new RevocationException(e);
    }
  }
}
