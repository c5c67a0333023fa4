package org.andon.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingTest {
  private static final Duration ATTEMPT = Duration.ofSeconds(1);

  private EventProducer producer;

  private record Config(
      Duration sweepInterval,
      int batchSize,
      MemorySize batchBytes,
      Duration deliveryTimeout,
      Duration stuckAfter)
      implements OutboxConfig {}

  private record Event(String key, CloudEvent event) implements PendingEvent {}

  @BeforeEach
  void whereNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Config config = new Config(ATTEMPT, 100, new MemorySize(BigInteger.TEN), ATTEMPT, ATTEMPT);
    producer =
        new EventProducer(
            Map.of("bootstrap.servers", "127.0.0.1:" + port),
            "test-service",
            config,
            new SimpleMeterRegistry());
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void while_kafka_is_away_many_events_wait_no_longer_than_one() throws InterruptedException {
    List<Event> many = IntStream.range(0, 100).mapToObj(SendingTest::event).toList();
    Instant begun = Instant.now();

    List<Event> acknowledged = new Sending(producer).send("topic", many);

    assertThat(acknowledged).isEmpty();
    assertThat(Duration.between(begun, Instant.now())).isLessThan(ATTEMPT.multipliedBy(10));
  }

  private static Event event(int number) {
    String id = Integer.toString(number);
    return new Event(id, new CloudEvent(id, "andon.test", Instant.now(), id, "{}"));
  }
}
