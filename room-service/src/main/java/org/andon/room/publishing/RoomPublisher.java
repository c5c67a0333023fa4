package org.andon.room.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.TopicNames;
import org.andon.room.loop.Loop;
import org.andon.room.loop.Loops;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Publishes pending changes as soon as a transaction of this pod has committed, and at every sweep:
 * what another pod left behind, or what Kafka did not take before. One thread, one path for both.
 */
@ApplicationScoped
class RoomPublisher {
  private static final Logger LOG = Logger.getLogger(RoomPublisher.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final PendingChanges pending;
  private final EventProducer producer;
  private final PublishingConfig config;
  private final Semaphore nudges = new Semaphore(0);
  private final Loops loops;
  private Loop loop;

  RoomPublisher(
      PendingChanges pending, EventProducer producer, PublishingConfig config, Loops loops) {
    this.pending = pending;
    this.producer = producer;
    this.config = config;
    this.loops = loops;
  }

  void start(@Observes StartupEvent event) {
    loop = loops.start("room-publisher", Thread.ofVirtual(), this::publish);
  }

  void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomChanged change) {
    nudges.release();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.stop();
    nudges.release();
    if (!loop.join(STOP_TIMEOUT)) {
      LOG.warn("room-publisher still waits for Kafka; another pod will publish what is left");
    }
  }

  private void publish(Loop turning) throws InterruptedException {
    nudges.tryAcquire(config.sweepInterval().toMillis(), TimeUnit.MILLISECONDS);
    nudges.drainPermits();
    int rooms;
    do {
      turning.turned();
      rooms = publishBatch();
    } while (rooms > 0 && !turning.isStopping());
  }

  /** How many rooms got further; 0 when nothing waits, or Kafka takes nothing. */
  private int publishBatch() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<PendingChange> changes =
                  pending.reserve(config.batchSize(), config.batchBytes().asLongValue());
              Map<UUID, Long> watermarks = acknowledged(changes, send(changes));
              pending.published(watermarks);
              return watermarks.size();
            });
  }

  private List<Future<RecordMetadata>> send(List<PendingChange> changes) {
    List<Future<RecordMetadata>> sent = new ArrayList<>(changes.size());
    try {
      for (PendingChange change : changes) {
        sent.add(producer.send(record(change)));
      }
    } catch (KafkaException e) {
      LOG.warnf("room events wait: reason=%s", e.toString());
    }
    return sent;
  }

  /** Waits for every answer, also after a failure: nothing of ours may arrive once we let go. */
  private static Map<UUID, Long> acknowledged(
      List<PendingChange> changes, List<Future<RecordMetadata>> sent) throws InterruptedException {
    Map<UUID, Long> watermarks = new HashMap<>();
    Set<UUID> failed = new HashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      PendingChange change = changes.get(i);
      try {
        sent.get(i).get();
        if (!failed.contains(change.roomId())) {
          watermarks.put(change.roomId(), change.version());
        }
      } catch (ExecutionException e) {
        if (failed.add(change.roomId())) {
          LOG.warnf(
              "room event waits: room_id=%s version=%d reason=%s",
              change.roomId(), change.version(), e.getCause().toString());
        }
      }
    }
    return watermarks;
  }

  private static ProducerRecord<String, String> record(PendingChange change) {
    String roomId = change.roomId().toString();
    var event = new ProducerRecord<>(TopicNames.ROOMS, roomId, change.event());
    Map.of(
            CloudEventHeaders.SPEC_VERSION,
            "1.0",
            CloudEventHeaders.ID,
            roomId + ":" + change.version(),
            CloudEventHeaders.SOURCE,
            "/andon/room-service",
            CloudEventHeaders.TYPE,
            change.type(),
            CloudEventHeaders.TIME,
            TIME.format(change.changedAt()),
            CloudEventHeaders.SUBJECT,
            roomId,
            CloudEventHeaders.CONTENT_TYPE,
            "application/json")
        .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
    return event;
  }
}
