package org.andon.messaging.handover;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.andon.messaging.feed.Feeds;

/**
 * Handovers that wait for somebody to take them over. What has changed about them since the last
 * look, whichever pod did it, is told in the feeds of this one; the database is looked into anyway,
 * so pods need not tell each other.
 */
@ApplicationScoped
class WaitingHandovers {
  private final AgroalDataSource dataSource;
  private final HandoverStore store;
  private final Feeds feeds;
  private final HandoverMeters meters;
  private final HandoverConfig config;

  /** By their ids, whether they are overdue; null before the first look, which is no news. */
  private Map<UUID, Boolean> known;

  WaitingHandovers(
      AgroalDataSource dataSource,
      HandoverStore store,
      Feeds feeds,
      HandoverMeters meters,
      HandoverConfig config) {
    this.dataSource = dataSource;
    this.store = store;
    this.feeds = feeds;
    this.meters = meters;
    this.config = config;
  }

  /** By one thread alone. */
  void look() throws SQLException {
    Instant now = Instant.now();
    try (Connection connection = dataSource.getConnection()) {
      Map<UUID, Boolean> waiting = store.waiting(connection, now, now.minus(config.countedFor()));
      Set<UUID> changed = known == null ? Set.of() : differences(known, waiting);
      if (!changed.isEmpty()) {
        feeds.tellOfHandovers(store.rooms(connection, changed));
      }
      known = waiting;
      meters.overdue(waiting.values().stream().filter(overdue -> overdue).count());
    }
  }

  private static Set<UUID> differences(Map<UUID, Boolean> before, Map<UUID, Boolean> after) {
    return Stream.concat(before.keySet().stream(), after.keySet().stream())
        .filter(id -> !Objects.equals(before.get(id), after.get(id)))
        .collect(Collectors.toSet());
  }
}
