package org.andon.auth.watch;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Whose turn it is to be looked up. */
@ApplicationScoped
class WatchedSessions {

  // Along the partial index sessions_by_check. Claimed by being marked as looked up: a pod that
  // dies before it has done so costs one interval, and no lock is held while the directory thinks.
  private static final String CLAIM =
      """
      with due as (
        select session_id, account_checked_at from sessions
        where ended_at is null and account_checked_at <= ? and expires_at > ?
          and user_id not like 'machine:%'
        order by account_checked_at limit ? for update skip locked)
      update sessions set account_checked_at = ? from due
      where sessions.session_id = due.session_id
      returning sessions.session_id, user_id, roles, due.account_checked_at
      """;

  private static final String UNCLAIM =
      "update sessions set account_checked_at = ? where session_id = ?";

  // The first of the partial index sessions_by_check, but for the few that have just expired.
  private static final String OLDEST =
      """
      select account_checked_at from sessions where ended_at is null and expires_at > ?
        and user_id not like 'machine:%'
      order by account_checked_at limit 1
      """;

  private final DataSource database;

  WatchedSessions(DataSource database) {
    this.database = database;
  }

  /**
   * Living sessions that nobody has looked at since {@code due}; they count as looked at from now
   * on.
   */
  @Transactional
  List<WatchedSession> claim(Instant due, Instant now, int atMost) {
    try (Connection connection = database.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setObject(1, due.atOffset(ZoneOffset.UTC));
      claim.setObject(2, now.atOffset(ZoneOffset.UTC));
      claim.setInt(3, atMost);
      claim.setObject(4, now.atOffset(ZoneOffset.UTC));
      List<WatchedSession> claimed = new ArrayList<>();
      try (ResultSet rows = claim.executeQuery()) {
        while (rows.next()) {
          claimed.add(
              new WatchedSession(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  Set.of((String[]) rows.getArray(3).getArray()),
                  rows.getObject(4, OffsetDateTime.class).toInstant()));
        }
      }
      return claimed;
    } catch (SQLException e) {
      throw new WatchException(e);
    }
  }

  /** As if they had not been claimed: they are the first whose turn it is next. */
  @Transactional
  void unclaim(List<WatchedSession> claimed) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(UNCLAIM)) {
      // In one order, so that two pods cannot block each other.
      for (var session : claimed.stream().sorted(comparing(WatchedSession::sessionId)).toList()) {
        update.setObject(1, session.checkedAt().atOffset(ZoneOffset.UTC));
        update.setObject(2, session.sessionId());
        update.addBatch();
      }
      update.executeBatch();
    } catch (SQLException e) {
      throw new WatchException(e);
    }
  }

  /** When the living session was looked at that has waited longest; nothing when none lives. */
  @Transactional
  Optional<Instant> oldest(Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OLDEST)) {
      select.setObject(1, now.atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new WatchException(e);
    }
  }
}
