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
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.IncidentFile;
import org.andon.contracts.TopicNames;
import org.andon.file.file.FileUploaded;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Announces uploads as soon as a transaction of this pod has committed, and at every sweep: what
 * another pod left behind, or what Kafka did not take before. One thread, one path for both.
 */
@ApplicationScoped
class FilePublisher {
  private static final Logger LOG = Logger.getLogger(FilePublisher.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final PendingUploads pending;
  private final EventProducer producer;
  private final ObjectMapper json;
  private final PublishingConfig config;
  private final Semaphore nudges = new Semaphore(0);
  private volatile boolean stopping;
  private Thread loop;

  FilePublisher(
      PendingUploads pending, EventProducer producer, ObjectMapper json, PublishingConfig config) {
    this.pending = pending;
    this.producer = producer;
    this.json = json;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    loop = Thread.ofVirtual().name("file-publisher").start(this::run);
  }

  void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileUploaded upload) {
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
      } catch (RuntimeException e) {
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
              List<IncidentFile> files = pending.reserve(config.batchSize());
              List<UUID> acknowledged = acknowledged(files, send(files));
              if (!acknowledged.isEmpty()) {
                pending.published(acknowledged);
              }
              return acknowledged.size();
            });
  }

  private List<Future<RecordMetadata>> send(List<IncidentFile> files) {
    List<Future<RecordMetadata>> sent = new ArrayList<>(files.size());
    try {
      for (IncidentFile file : files) {
        sent.add(producer.send(record(file)));
      }
    } catch (KafkaException e) {
      LOG.warnf("file events wait: reason=%s", e.toString());
    }
    return sent;
  }

  private static List<UUID> acknowledged(
      List<IncidentFile> files, List<Future<RecordMetadata>> sent) throws InterruptedException {
    List<UUID> acknowledged = new ArrayList<>(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      UUID fileId = files.get(i).fileId();
      try {
        sent.get(i).get();
        acknowledged.add(fileId);
      } catch (ExecutionException e) {
        LOG.warnf("file event waits: file_id=%s reason=%s", fileId, e.getCause().toString());
      }
    }
    return acknowledged;
  }

  private ProducerRecord<String, String> record(IncidentFile file) {
    String roomId = file.roomId().toString();
    var event = new ProducerRecord<>(TopicNames.FILES, roomId, value(file));
    Map.of(
            CloudEventHeaders.SPEC_VERSION, "1.0",
            CloudEventHeaders.ID, file.fileId() + ":uploaded",
            CloudEventHeaders.SOURCE, "/andon/file-service",
            CloudEventHeaders.TYPE, "andon.file.uploaded",
            CloudEventHeaders.TIME, TIME.format(file.uploadedAt()),
            CloudEventHeaders.SUBJECT, roomId,
            CloudEventHeaders.CONTENT_TYPE, "application/json")
        .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
    return event;
  }

  private String value(IncidentFile file) {
    try {
      return json.writeValueAsString(file);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
