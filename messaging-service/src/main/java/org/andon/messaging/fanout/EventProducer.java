package org.andon.messaging.fanout;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.opentelemetry.api.trace.Span;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.TopicNames;
import org.andon.messaging.message.CommittedEvent;
import org.andon.messaging.trace.TraceHeader;
import org.andon.messaging.trace.Traces;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Puts events on Kafka with the plain Kafka producer: a channel's own retries would let a later
 * event overtake an earlier one, the idempotent producer's do not.
 */
@ApplicationScoped
class EventProducer {
  /** CloudEvents' sequence extension: the room's number, readable without the data. */
  static final String SEQUENCE_HEADER = "ce_sequence";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
  private static final Logger LOG = Logger.getLogger(EventProducer.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

  private final Producer<String, byte[]> producer;
  private final KafkaClientMetrics metrics;
  private final Traces traces;

  EventProducer(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      MeterRegistry registry,
      Traces traces) {
    this.traces = traces;
    Map<String, Object> config = new HashMap<>(broker);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "messaging-events");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    // Events of one group commit come together anyway: waiting for more would only add latency.
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // A send must never hold up a writer: what cannot be taken at once is left to the sweeper.
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 100);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    // What is under way when Kafka goes away waits here, in order, for so long.
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000);
    config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    metrics = new KafkaClientMetrics(producer);
    metrics.bindTo(registry);
  }

  /** Asks for the topic before the first event does: that one must not wait. */
  void warmUp(@Observes StartupEvent event) {
    Thread.startVirtualThread(
        () -> {
          try {
            producer.partitionsFor(TopicNames.MESSAGES);
            producer.partitionsFor(TopicNames.READINGS);
            producer.partitionsFor(TopicNames.MENTIONS);
          } catch (KafkaException e) {
            LOG.warnf("Kafka does not answer yet: %s", e.getMessage());
          }
        });
  }

  /** Completes when Kafka has acknowledged the event. */
  CompletableFuture<Void> send(CommittedEvent event) {
    Span span = traces.publish(event.frame().origin());
    Headers headers =
        headers(
            event.eventId().toString(),
            event.type(),
            TIME.format(event.time()),
            event.roomId().toString(),
            event.sequenceNumber());
    TraceHeader.write(span.getSpanContext(), headers);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            TopicNames.MESSAGES, null, event.roomId().toString(), event.frame().json(), headers);
    return send(record).whenComplete((acknowledged, failure) -> span.end());
  }

  /** The same for a record of any topic. */
  CompletableFuture<Void> send(ProducerRecord<String, byte[]> record) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    try {
      Future<RecordMetadata> unused =
          producer.send(
              record,
              (metadata, failure) -> {
                if (failure == null) {
                  acknowledged.complete(null);
                } else {
                  acknowledged.completeExceptionally(failure);
                }
              });
    } catch (RuntimeException e) {
      acknowledged.completeExceptionally(e);
    }
    return acknowledged;
  }

  static Headers headers(String id, String type, String time, String roomId, long sequenceNumber) {
    return new RecordHeaders()
        .add(CloudEventHeaders.SPEC_VERSION, bytes("1.0"))
        .add(CloudEventHeaders.ID, bytes(id))
        .add(CloudEventHeaders.SOURCE, bytes("/andon/messaging-service"))
        .add(CloudEventHeaders.TYPE, bytes(type))
        .add(CloudEventHeaders.TIME, bytes(time))
        .add(CloudEventHeaders.SUBJECT, bytes(roomId))
        .add(SEQUENCE_HEADER, bytes(Long.toString(sequenceNumber)))
        .add(CloudEventHeaders.CONTENT_TYPE, bytes("application/json"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @PreDestroy
  void close() {
    metrics.close();
    producer.close(CLOSE_LIMIT);
  }
}
