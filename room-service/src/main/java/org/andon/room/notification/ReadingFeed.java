package org.andon.room.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.andon.contracts.ReadingOutOfBounds;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Tells the members of an active incident of values out of bounds: of a field that stays beyond its
 * limit, now and then.
 */
@ApplicationScoped
class ReadingFeed {
  private static final Logger LOG = Logger.getLogger(ReadingFeed.class);

  private final Notifier notifier;
  private final IncidentPeople people;
  private final ObjectMapper json;
  private final NotificationConfig config;

  ReadingFeed(
      Notifier notifier, IncidentPeople people, ObjectMapper json, NotificationConfig config) {
    this.notifier = notifier;
    this.people = people;
    this.json = json;
    this.config = config;
  }

  @Incoming("readings")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, retryOn = Exception.class)
  @Transactional(rollbackOn = SQLException.class)
  void hear(ConsumerRecords<String, byte[]> records) throws SQLException {
    // Of many values of one field in a batch only the first is told of, and costs a look-up.
    Map<UUID, Occurrence> occurrences = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        Occurrence occurrence = occurrence(record);
        if (occurrence.at().isAfter(Instant.now().minus(config.newsFor()))) {
          occurrences.putIfAbsent(occurrence.eventId(), occurrence);
        }
      } catch (IOException | IllegalArgumentException e) {
        LOG.warnf("foreign record skipped: topic=%s offset=%d", record.topic(), record.offset());
      }
    }
    for (Occurrence occurrence : occurrences.values()) {
      notifier.tell(occurrence, people.ofActive(occurrence.roomId()));
    }
  }

  private Occurrence occurrence(ConsumerRecord<String, byte[]> record) throws IOException {
    HeardEvent event = HeardEvent.of(record);
    ReadingOutOfBounds reading = json.readValue(event.data(), ReadingOutOfBounds.class);
    Map<String, Object> details = new HashMap<>();
    details.put("field", HeardEvent.text(reading.field()));
    details.put("value", HeardEvent.required(reading.value()));
    details.put("unit", reading.unit());
    details.put("limit", HeardEvent.required(reading.limit()));
    details.put("bound", HeardEvent.text(reading.bound()));
    return new Occurrence(
        idOf(reading, event.time()),
        Kind.OUT_OF_BOUNDS,
        HeardEvent.required(reading.roomId()),
        HeardEvent.required(reading.messageId()),
        reading.sequenceNumber(),
        null,
        null,
        null,
        details,
        event.time());
  }

  private UUID idOf(ReadingOutOfBounds reading, Instant at) {
    long period = at.toEpochMilli() / config.outOfBoundsEvery().toMillis();
    String id = reading.roomId() + " " + reading.bound() + " " + period + " " + reading.field();
    return UUID.nameUUIDFromBytes(id.getBytes(UTF_8));
  }
}
