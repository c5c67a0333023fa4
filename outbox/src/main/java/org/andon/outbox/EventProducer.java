package org.andon.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The connection to Kafka: idempotent and acknowledged by all replicas, so in order. */
@ApplicationScoped
public class EventProducer {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

  private final String source;
  private final Producer<String, String> producer;
  private final KafkaClientMetrics metrics;

  EventProducer(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String service,
      OutboxConfig config,
      MeterRegistry registry) {
    source = "/andon/" + service;
    Map<String, Object> settings = new HashMap<>(broker);
    long timeout = config.deliveryTimeout().toMillis();
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, service);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) timeout);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout / 2);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout / 2);
    producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    metrics = new KafkaClientMetrics(producer);
    metrics.bindTo(registry);
  }

  /** Learns where the topic is: its first event is not to wait for that. */
  void connect(String topic) {
    var unused = producer.partitionsFor(topic);
  }

  /** May block while Kafka is away, for half the time one attempt may take. */
  public Future<RecordMetadata> send(String topic, String key, CloudEvent event) {
    return producer.send(
        new ProducerRecord<>(topic, null, key, event.data(), event.headers(source)));
  }

  @PreDestroy
  void close() {
    metrics.close();
    producer.close(CLOSE_TIMEOUT);
  }
}
