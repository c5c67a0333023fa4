package org.andon.auth.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
      update sessions set account_checked_at = ?
      where session_id in (
        select session_id from sessions
        where ended_at is null and account_checked_at <= ? and expires_at > ?
        order by account_checked_at limit ? for update skip locked)
      returning session_id, user_id, roles
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
      claim.setObject(1, now.atOffset(ZoneOffset.UTC));
      claim.setObject(2, due.atOffset(ZoneOffset.UTC));
      claim.setObject(3, now.atOffset(ZoneOffset.UTC));
      claim.setInt(4, atMost);
      List<WatchedSession> claimed = new ArrayList<>();
      try (ResultSet rows = claim.executeQuery()) {
        while (rows.next()) {
          claimed.add(
              new WatchedSession(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  Set.of((String[]) rows.getArray(3).getArray())));
        }
      }
      return claimed;
    } catch (SQLException e) {
      throw new WatchException(e);
    }
  }
}
