package org.andon.messaging.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.andon.messaging.handover.RoomDigest.Action;
import org.andon.messaging.handover.RoomDigest.Change;
import org.andon.messaging.handover.RoomDigest.Entries;
import org.andon.messaging.handover.RoomDigest.Marked;
import org.andon.messaging.handover.RoomDigest.OutOfBounds;
import org.andon.messaging.handover.ShiftQueries.Talk;

/** Sums up what happened in rooms since a moment. */
@ApplicationScoped
class Digests {
  private final ShiftQueries queries;
  private final int most;

  Digests(ShiftQueries queries, HandoverConfig config) {
    this.queries = queries;
    this.most = config.entries();
  }

  /** In the order of the rooms. */
  List<RoomDigest> of(Connection connection, List<OpenRoom> rooms, Instant since)
      throws SQLException {
    List<UUID> ids = rooms.stream().map(OpenRoom::roomId).toList();
    Map<UUID, Talk> talks = queries.talk(connection, ids, since);
    RoomEntries<Change> changes = queries.changes(connection, ids, since);
    RoomEntries<Marked> marks = queries.marks(connection, ids, since);
    RoomEntries<Marked> actions = queries.actions(connection, ids);
    RoomEntries<OutOfBounds> outOfBounds = queries.outOfBounds(connection, ids, since);
    return rooms.stream()
        .map(
            room -> {
              UUID id = room.roomId();
              Talk talk = talks.getOrDefault(id, new Talk());
              return new RoomDigest(
                  id,
                  room.title(),
                  room.severity(),
                  room.status(),
                  room.openedAt(),
                  room.lastSequenceNumber(),
                  talk.messages,
                  talk.files,
                  Entries.of(talk.speakers, most),
                  changes.of(id),
                  marks.of(id),
                  openActions(room, actions.of(id)),
                  outOfBounds.of(id));
            })
        .toList();
  }

  /** What was marked in the talk, then what is left of the checklist. */
  private Entries<Action> openActions(OpenRoom room, Entries<Marked> marked) {
    Stream<Action> items =
        room.openItems().stream()
            .map(item -> new Action(null, null, item.text(), null, null, item.itemId()));
    Entries<Action> all =
        Entries.of(
            Stream.concat(marked.items().stream().map(Action::of), items).toList(), 2 * most);
    return new Entries<>(all.items(), all.leftOut() + marked.leftOut());
  }
}
