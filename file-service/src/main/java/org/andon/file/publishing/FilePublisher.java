package org.andon.file.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.IncidentFile;
import org.andon.contracts.TopicNames;
import org.andon.file.file.FileChanged;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Announces uploads and deletions as soon as a transaction of this pod has committed, and at every
 * sweep: what another pod left behind, or what Kafka did not take before. One thread, one path.
 */
@ApplicationScoped
class FilePublisher {
  private static final Logger LOG = Logger.getLogger(FilePublisher.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final PendingEvents pending;
  private final EventProducer producer;
  private final ObjectMapper json;
  private final PublishingConfig config;
  private final Semaphore nudges = new Semaphore(0);
  private volatile boolean stopping;
  private Thread loop;

  FilePublisher(
      PendingEvents pending, EventProducer producer, ObjectMapper json, PublishingConfig config) {
    this.pending = pending;
    this.producer = producer;
    this.json = json;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    loop = Thread.ofVirtual().name("file-publisher").start(this::run);
  }

  void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileChanged change) {
    nudges.release();
  }

  // Joined rather than interrupted: an interrupt would break the database connection in use.
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    nudges.release();
    if (!loop.join(STOP_TIMEOUT)) {
      LOG.warn("file-publisher still waits for Kafka; another pod will publish what is left");
    }
  }

  private void run() {
    while (!stopping) {
      try {
        nudges.tryAcquire(config.sweepInterval().toMillis(), TimeUnit.MILLISECONDS);
        nudges.drainPermits();
        publishAll();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        // Errors too: memory that ran out for one batch must not end the work for good.
        LOG.warnf("file events wait: reason=%s", e.toString());
      }
    }
  }

  private void publishAll() {
    int published;
    do {
      published = publishBatch();
    } while (published > 0 && !stopping);
  }

  /** How many were published; 0 when nothing waits, or Kafka takes nothing. */
  private int publishBatch() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<FileEvent> events = pending.reserve(config.batchSize());
              List<FileEvent> acknowledged = acknowledged(events, send(events));
              if (!acknowledged.isEmpty()) {
                pending.published(acknowledged);
              }
              return acknowledged.size();
            });
  }

  private List<Future<RecordMetadata>> send(List<FileEvent> events) {
    List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
    try {
      for (FileEvent event : events) {
        sent.add(producer.send(record(event)));
      }
    } catch (KafkaException e) {
      LOG.warnf("file events wait: reason=%s", e.toString());
    }
    return sent;
  }

  private static List<FileEvent> acknowledged(
      List<FileEvent> events, List<Future<RecordMetadata>> sent) throws InterruptedException {
    List<FileEvent> acknowledged = new ArrayList<>(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      FileEvent event = events.get(i);
      try {
        sent.get(i).get();
        acknowledged.add(event);
      } catch (ExecutionException e) {
        LOG.warnf("file event waits: event=%s reason=%s", event.id(), e.getCause().toString());
      }
    }
    return acknowledged;
  }

  private ProducerRecord<String, String> record(FileEvent event) {
    String roomId = event.file().roomId().toString();
    var record = new ProducerRecord<>(TopicNames.FILES, roomId, value(event.file()));
    Map.of(
            CloudEventHeaders.SPEC_VERSION,
            "1.0",
            CloudEventHeaders.ID,
            event.id(),
            CloudEventHeaders.SOURCE,
            "/andon/file-service",
            CloudEventHeaders.TYPE,
            event.type(),
            CloudEventHeaders.TIME,
            TIME.format(event.time()),
            CloudEventHeaders.SUBJECT,
            roomId,
            CloudEventHeaders.CONTENT_TYPE,
            "application/json")
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  private String value(IncidentFile file) {
    try {
      return json.writeValueAsString(file);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
