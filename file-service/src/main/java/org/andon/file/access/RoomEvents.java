package org.andon.file.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.andon.contracts.RoomEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Feeds the projection from Kafka, one event of a channel after the other; both channels bring the
 * same events, and the version tells which have been here.
 */
@ApplicationScoped
class RoomEvents {
  private static final Logger LOG = Logger.getLogger(RoomEvents.class);

  /** Between two tries while the database is away. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RoomProjection projection;
  private final ObjectMapper json;

  RoomEvents(RoomProjection projection, ObjectMapper json) {
    this.projection = projection;
    this.json = json;
  }

  @Incoming("rooms")
  @Incoming("rooms-live")
  @Blocking
  void on(ConsumerRecord<String, String> event) throws InterruptedException {
    Optional<RoomEvent> parsed = parse(event.value());
    if (parsed.isPresent()) {
      applyWhenPossible(parsed.get());
    } else {
      // Trying again would not help, and the room's next event carries all of it once more.
      LOG.errorf(
          "room event skipped: room_id=%s partition=%d offset=%d",
          event.key(), event.partition(), event.offset());
    }
  }

  private Optional<RoomEvent> parse(String value) {
    try {
      return Optional.ofNullable(json.readValue(value, RoomEvent.class))
          .filter(event -> event.room() != null && event.room().members() != null);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private void applyWhenPossible(RoomEvent event) throws InterruptedException {
    while (true) {
      try {
        projection.apply(event);
        return;
      } catch (SQLException | RuntimeException e) {
        LOG.warnf("room event waits: room_id=%s reason=%s", event.room().roomId(), e.toString());
        Thread.sleep(PAUSE);
      }
    }
  }
}
