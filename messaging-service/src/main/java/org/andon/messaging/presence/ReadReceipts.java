package org.andon.messaging.presence;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.reading.ReadListener;
import org.andon.messaging.reading.ReadPosition;
import org.andon.messaging.reading.ReadWatcher;

/** Tells a room's members on all pods how far the others have read. */
@ApplicationScoped
class ReadReceipts implements ReadListener {
  private final PresenceTopic topic;
  private final LocalRooms rooms;
  private final List<ReadWatcher> watchers;

  ReadReceipts(PresenceTopic topic, LocalRooms rooms, @All List<ReadWatcher> watchers) {
    this.topic = topic;
    this.rooms = rooms;
    this.watchers = watchers;
  }

  @Override
  public void read(List<ReadPosition> moved) {
    Map<UUID, Map<String, Long>> byRoom = new HashMap<>();
    for (ReadPosition position : moved) {
      byRoom
          .computeIfAbsent(position.roomId(), id -> new HashMap<>())
          .put(position.userId(), position.sequenceNumber());
    }
    byRoom.forEach(
        (roomId, positions) -> {
          PresenceEvent.Read event = new PresenceEvent.Read(topic.pod(), roomId, positions);
          heard(event);
          topic.tell(event);
        });
  }

  void heard(PresenceEvent.Read event) {
    event
        .positions()
        .forEach(
            (userId, number) -> {
              rooms.inform(EphemeralFrame.read(new Seat(event.roomId(), userId), number), userId);
              watchers.forEach(watcher -> watcher.moved(event.roomId(), userId));
            });
  }
}
