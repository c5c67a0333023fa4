package org.andon.messaging.handover;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.query.Page;
import org.andon.messaging.reading.Reader;
import org.andon.messaging.reading.Unread;
import org.andon.messaging.reading.UnreadRoom;
import org.andon.messaging.room.Caller;

/** Shows handovers to those who are members of their rooms, and lets them take them over. */
@ApplicationScoped
class HandoverReading {
  private final AgroalDataSource dataSource;
  private final HandoverSearch search;
  private final FrozenDigests digests;
  private final HandoverStore store;
  private final Unread unread;
  private final HandoverMeters meters;

  HandoverReading(
      AgroalDataSource dataSource,
      HandoverSearch search,
      FrozenDigests digests,
      HandoverStore store,
      Unread unread,
      HandoverMeters meters) {
    this.dataSource = dataSource;
    this.search = search;
    this.digests = digests;
    this.store = store;
    this.unread = unread;
    this.meters = meters;
  }

  Page<HandoverView> find(HandoverSearch.Question question, Caller caller, int limit)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return search.find(connection, question, caller, limit);
    }
  }

  HandoverDetail detail(UUID handoverId, Caller caller) throws SQLException {
    HandoverView handover;
    List<RoomDigest> rooms;
    try (Connection connection = dataSource.getConnection()) {
      handover = search.one(connection, handoverId, caller);
      rooms = digests.of(connection, handoverId, caller);
    }
    List<Reader> readers =
        rooms.stream().map(room -> new Reader(room.roomId(), caller.userId())).toList();
    Map<Reader, UnreadRoom> counted = unread.of(readers);
    return new HandoverDetail(
        handover,
        rooms.stream()
            .map(
                room -> {
                  UnreadRoom own = counted.get(new Reader(room.roomId(), caller.userId()));
                  return new HandoverDetail.Room(room, own == null ? null : own.unread());
                })
            .toList());
  }

  void acknowledge(UUID handoverId, Caller caller) throws SQLException {
    boolean first =
        Transaction.in(
            dataSource,
            connection -> {
              HandoverView handover = search.one(connection, handoverId, caller);
              if (caller.userId().equals(handover.madeBy())) {
                throw new HandoverRefused.OwnHandover();
              }
              Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
              return store.acknowledge(
                  connection, handoverId, caller.userId(), caller.displayName(), now);
            });
    if (first) {
      meters.acknowledged();
    }
  }
}
