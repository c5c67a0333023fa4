package org.andon.messaging.fanout;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.message.CommittedEvent;
import org.andon.messaging.message.Replay;
import org.andon.messaging.message.WriteFailure;
import org.jboss.logging.Logger;

/**
 * Publishes what lies between a room's watermark and its last number, when Kafka did not take it
 * from the pod that wrote it, or that pod is gone. The same event may come twice, with the same id.
 */
@ApplicationScoped
class RepublishSweeper {
  private static final Logger LOG = Logger.getLogger(RepublishSweeper.class);
  private static final int ROOMS_AT_ONCE = 50;
  private static final int EVENTS_AT_ONCE = 500;

  private final AgroalDataSource dataSource;
  private final Replay replay;
  private final EventPublisher publisher;
  private final Watermarks watermarks;
  private final FanoutMeters meters;
  private final long overdueMillis;

  RepublishSweeper(
      AgroalDataSource dataSource,
      Replay replay,
      EventPublisher publisher,
      Watermarks watermarks,
      FanoutMeters meters,
      MessagingConfig config) {
    this.dataSource = dataSource;
    this.replay = replay;
    this.publisher = publisher;
    this.watermarks = watermarks;
    this.meters = meters;
    this.overdueMillis = config.publishing().overdue().toMillis();
  }

  /**
   * A room's events that are not known to be on Kafka: after {@code published}, up to {@code last}.
   */
  private record Overdue(UUID roomId, long published, long last) {}

  void sweep() {
    if (publisher.stalled()) {
      return;
    }
    try {
      Set<UUID> backlog = publisher.backlog();
      for (Overdue room : claim(backlog)) {
        publishAlone(room);
      }
      forgetPublished(backlog);
    } catch (SQLException | WriteFailure e) {
      LOG.warnf("sweep put off, the database is away: %s", e.getMessage());
    }
  }

  /** A room that cannot be published must not keep the others waiting. */
  private void publishAlone(Overdue room) throws SQLException {
    try {
      publish(room);
    } catch (CompletionException e) {
      LOG.warnf("not republished, Kafka is away room_id=%s: %s", room.roomId(), e.getCause());
    } catch (IllegalStateException | NoSuchElementException e) {
      LOG.errorf(e, "not republished room_id=%s", room.roomId());
    }
  }

  private void publish(Overdue room) throws SQLException {
    long published = room.published();
    while (published < room.last()) {
      List<CommittedEvent> events =
          replay.events(room.roomId(), published, room.last(), EVENTS_AT_ONCE);
      if (events.isEmpty()) {
        return;
      }
      send(events).forEach(CompletableFuture::join);
      long sent = events.getLast().sequenceNumber();
      watermarks.published(room.roomId(), published, sent);
      published = sent;
    }
    publisher.caughtUp(room.roomId(), published);
    meters.republished(published - room.published());
    LOG.infof(
        "republished room_id=%s after=%d up_to=%d", room.roomId(), room.published(), published);
  }

  /** Stops at an event that is refused at once: none of those after it may overtake it. */
  private List<CompletableFuture<Void>> send(List<CommittedEvent> events) {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (CommittedEvent event : events) {
      CompletableFuture<Void> acknowledged = publisher.send(event);
      sent.add(acknowledged);
      if (acknowledged.isCompletedExceptionally()) {
        break;
      }
    }
    return sent;
  }

  /**
   * Takes rooms that are overdue, by the index room_sequences_unpublished, and this pod's own
   * backlog. Setting the time anew is the claim: no other pod takes them for as long, and no lock
   * is held while Kafka is waited for.
   */
  private List<Overdue> claim(Set<UUID> backlog) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement claim =
            connection.prepareStatement(
                """
                WITH due AS (
                  SELECT room_id FROM room_sequences
                  WHERE unpublished_since IS NOT NULL
                    AND (unpublished_since < now() - make_interval(secs => ? / 1000.0) OR room_id = ANY (?))
                  ORDER BY unpublished_since LIMIT ? FOR UPDATE SKIP LOCKED)
                UPDATE room_sequences s SET unpublished_since = now() FROM due WHERE s.room_id = due.room_id
                RETURNING s.room_id, s.published_sequence, s.last_sequence
                """)) {
      claim.setLong(1, overdueMillis);
      claim.setArray(2, connection.createArrayOf("uuid", backlog.toArray()));
      claim.setInt(3, ROOMS_AT_ONCE);
      List<Overdue> overdue = new ArrayList<>();
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          overdue.add(new Overdue(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3)));
        }
      }
      return overdue;
    }
  }

  /** Rooms of this pod's backlog that another pod has published meanwhile. */
  private void forgetPublished(Set<UUID> backlog) throws SQLException {
    if (backlog.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT room_id, published_sequence FROM room_sequences WHERE room_id = ANY (?)")) {
      select.setArray(1, connection.createArrayOf("uuid", backlog.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          publisher.caughtUp(row.getObject(1, UUID.class), row.getLong(2));
        }
      }
    }
  }
}
