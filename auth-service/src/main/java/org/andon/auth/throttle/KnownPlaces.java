package org.andon.auth.throttle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The addresses and devices from which a name has signed in. */
@ApplicationScoped
@Transactional
class KnownPlaces {

  // By the primary key.
  private static final String AMONG =
      """
      select place from known_places
      where account = ? and place = any (?) and last_seen_at > ?
      """;

  private static final String REMEMBER =
      """
      insert into known_places (account, place, last_seen_at) values (?, ?, ?)
      on conflict (account, place) do update set last_seen_at = excluded.last_seen_at
      """;

  private static final String FORGET = "delete from known_places where last_seen_at <= ?";

  private final DataSource database;
  private final ThrottleConfig config;
  private final Clock clock;

  KnownPlaces(DataSource database, ThrottleConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** Those of the places that are known for the name. */
  Set<String> among(String name, Collection<String> places) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(AMONG)) {
      select.setString(1, name);
      select.setArray(2, connection.createArrayOf("text", places.toArray()));
      select.setObject(3, oldest());
      Set<String> known = new HashSet<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getString(1));
        }
      }
      return known;
    } catch (SQLException e) {
      throw new ThrottleException(e);
    }
  }

  void remember(String name, List<String> places) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
      // In one order, so that two logins at once cannot block each other.
      for (var place : places.stream().sorted().toList()) {
        insert.setString(1, name);
        insert.setString(2, place);
        insert.setObject(3, utc(clock.instant()));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new ThrottleException(e);
    }
  }

  void forgetOld() {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setObject(1, oldest());
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new ThrottleException(e);
    }
  }

  private OffsetDateTime oldest() {
    return utc(clock.instant().minus(config.knownFor()));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
