package org.andon.messaging.reading;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.andon.messaging.pace.PacedTask;
import org.jboss.logging.Logger;

/**
 * How far members have read their rooms. Positions of all rooms are gathered and committed together
 * by one writer; of each member in each room only the furthest waits, so that no queue can grow.
 */
@ApplicationScoped
public class ReadPositions {
  private static final Logger LOG = Logger.getLogger(ReadPositions.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

  private final ReadPositionStore store;
  private final List<ReadListener> listeners;
  private final ReadingConfig config;

  private final Map<Reader, Long> waiting = new ConcurrentHashMap<>();
  private final PacedTask writing = new PacedTask("read-positions", this::write);

  ReadPositions(ReadPositionStore store, @All List<ReadListener> listeners, ReadingConfig config) {
    this.store = store;
    this.listeners = listeners;
    this.config = config;
  }

  /**
   * A member has read the room up to the number; nothing happens if they had before. Returns at
   * once.
   *
   * @param sequenceNumber counts as the room's last one if it is beyond it
   */
  public void read(UUID roomId, String userId, long sequenceNumber) {
    waiting.merge(new Reader(roomId, userId), sequenceNumber, Math::max);
    writing.nudge();
  }

  void start(@Observes StartupEvent event) {
    writing.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    writing.stop(STOP_LIMIT);
  }

  private List<ReadPosition> take() {
    List<ReadPosition> positions = new ArrayList<>();
    for (Reader reader : waiting.keySet()) {
      Long number = waiting.remove(reader);
      positions.add(new ReadPosition(reader.roomId(), reader.userId(), number));
    }
    return positions;
  }

  private Duration write() {
    List<ReadPosition> positions = take();
    try {
      List<ReadPosition> moved = positions.isEmpty() ? List.of() : store.advance(positions);
      if (!moved.isEmpty()) {
        listeners.forEach(listener -> listener.read(moved));
      }
      return config.writeEvery();
    } catch (SQLException e) {
      LOG.warnf("read positions not stored, tried again soon: %s", e.getMessage());
      positions.forEach(p -> read(p.roomId(), p.userId(), p.sequenceNumber()));
      return config.retryAfter();
    }
  }
}
