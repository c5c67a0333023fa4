package org.andon.auth.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.SessionRevoked;
import org.andon.contracts.TopicNames;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** The connection to Kafka: idempotent and acknowledged by all replicas. */
@ApplicationScoped
class EventProducer {

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private final Producer<String, String> producer;
  private final KafkaClientMetrics metrics;
  private final ObjectMapper json;

  EventProducer(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      RevocationConfig config,
      ObjectMapper json,
      MeterRegistry registry) {
    Map<String, Object> settings = new HashMap<>(broker);
    long timeout = config.deliveryTimeout().toMillis();
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "auth-service");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) timeout);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout / 2);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout / 2);
    this.producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    metrics = new KafkaClientMetrics(producer);
    metrics.bindTo(registry);
    this.json = json;
  }

  /** Learns where the topic is: the first revocation is not to wait for that. */
  void connect() {
    producer.partitionsFor(TopicNames.SESSIONS);
  }

  Future<RecordMetadata> send(PendingRevocation revocation) {
    return producer.send(record(revocation));
  }

  private ProducerRecord<String, String> record(PendingRevocation revocation) {
    String sessionId = revocation.event().sid().toString();
    var event = new ProducerRecord<>(TopicNames.SESSIONS, sessionId, value(revocation.event()));
    Map.of(
            CloudEventHeaders.SPEC_VERSION,
            "1.0",
            // A session ends once, so its id is the event's too, however often it is sent.
            CloudEventHeaders.ID,
            sessionId,
            CloudEventHeaders.SOURCE,
            "/andon/auth-service",
            CloudEventHeaders.TYPE,
            SessionRevoked.TYPE,
            CloudEventHeaders.TIME,
            TIME.format(revocation.endedAt()),
            CloudEventHeaders.SUBJECT,
            sessionId,
            CloudEventHeaders.CONTENT_TYPE,
            "application/json")
        .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
    return event;
  }

  private String value(SessionRevoked event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @PreDestroy
  void close() {
    metrics.close();
    producer.close(CLOSE_TIMEOUT);
  }
}
