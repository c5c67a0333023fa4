package org.andon.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.andon.contracts.TopicNames;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Hears on every pod which sessions have ended, from the beginning of the topic: it is kept for
 * longer than a token is valid. Without a consumer group, whose making would take seconds.
 */
@ApplicationScoped
class RevocationFeed {
  private static final Logger LOG = Logger.getLogger(RevocationFeed.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final Map<String, Object> broker;
  private final RevokedSessions revoked;
  private final ObjectMapper json;
  private final SessionConfig config;
  private final String service;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile long turnedAt = System.nanoTime();
  private Thread loop;

  RevocationFeed(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      RevokedSessions revoked,
      ObjectMapper json,
      SessionConfig config,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.broker = broker;
    this.revoked = revoked;
    this.json = json;
    this.config = config;
    this.service = service;
  }

  /** No request is answered before this returns. */
  void start(@Observes StartupEvent event) throws InterruptedException {
    // Kafka's poll waits in a selector, which would keep a carrier from all other virtual threads.
    loop = Thread.ofPlatform().daemon().name("session-revocations").start(this::run);
    if (!caughtUp.await(config.startLimit().toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("started without knowing which sessions have ended: Kafka is away");
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped.countDown();
    if (!loop.join(STOP_TIMEOUT)) {
      LOG.warn("session-revocations still waits for Kafka");
    }
  }

  /** How long ago it was last seen to go on. */
  Duration sinceTurned() {
    return Duration.ofNanos(System.nanoTime() - turnedAt);
  }

  private void run() {
    try {
      do {
        turnedAt = System.nanoTime();
        try (Consumer<String, byte[]> consumer = connect()) {
          follow(consumer);
        } catch (RuntimeException | Error e) {
          // Errors too: memory that ran out once must not let ended sessions in for good.
          LOG.warnf("ended sessions are not heard of: reason=%s", e.toString());
        }
      } while (!stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Consumer<String, byte[]> connect() {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, service + "-sessions");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void follow(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(TopicNames.SESSIONS).stream()
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (stopped.getCount() > 0) {
      turnedAt = System.nanoTime();
      if (caughtUp.getCount() > 0 && isPast(consumer, ends)) {
        caughtUp.countDown();
      }
      consumer.poll(POLL).forEach(this::hear);
    }
  }

  private static boolean isPast(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void hear(ConsumerRecord<String, byte[]> event) {
    try {
      JsonNode session = json.readTree(event.value());
      revoked.add(
          session.path("sid").asText(),
          OffsetDateTime.parse(session.path("until").asText()).toInstant());
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      // Somebody else's record must not keep us from hearing the next one.
      LOG.warnf("foreign record skipped: topic=%s offset=%d", event.topic(), event.offset());
    }
  }
}
