package org.andon.messaging.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.andon.contracts.RoomEvent;
import org.andon.messaging.reading.Reader;

/** What is to be told with the next round: of each kind, reader and room only the latest. */
final class News {
  private Round round =
      new Round(new HashSet<>(), new HashSet<>(), new HashMap<>(), new HashMap<>());

  /**
   * @param rooms in which something was written, edited or deleted
   * @param readers who have read, or have come to the room
   */
  record Round(
      Set<UUID> rooms,
      Set<Reader> readers,
      Map<Reader, FeedFrame> mentioned,
      Map<UUID, RoomEvent> changed) {}

  synchronized void written(UUID roomId) {
    round.rooms().add(roomId);
  }

  synchronized void moved(Reader reader) {
    round.readers().add(reader);
  }

  synchronized void mentioned(Reader reader, FeedFrame frame) {
    round.mentioned().put(reader, frame);
  }

  synchronized void changed(RoomEvent event) {
    round
        .changed()
        .merge(
            event.room().roomId(),
            event,
            (known, other) -> known.version() > other.version() ? known : other);
  }

  synchronized Round take() {
    Round taken = round;
    round = new Round(new HashSet<>(), new HashSet<>(), new HashMap<>(), new HashMap<>());
    return taken;
  }
}
