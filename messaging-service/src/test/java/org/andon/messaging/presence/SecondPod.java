package org.andon.messaging.presence;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.andon.contracts.TopicNames;
import org.andon.messaging.support.Backing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Another pod, as far as Kafka shows it. Says only what it is told to say. */
final class SecondPod implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(100);

  private final String name = "second-" + UUID.randomUUID();
  private final PodPlaces places = new PodPlaces();
  private final ObjectMapper json;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Queue<ConsumerRecord<String, byte[]>> unheard = new ArrayDeque<>();

  SecondPod(ObjectMapper json) {
    this.json = json;
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                Backing.kafkaServers(),
                "client.id",
                name,
                "partitioner.class",
                ClientPartitioner.class),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", Backing.kafkaServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(TopicNames.PRESENCE).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  String name() {
    return name;
  }

  /** Somebody has come, of whom nobody is told. */
  void has(Place place) {
    places.add(place);
  }

  void joined(Place place) {
    has(place);
    OnlineUser user = place.user();
    tell(new PresenceEvent.Joined(name, place.roomId(), user.userId(), user.displayName()));
  }

  void left(Place place) {
    places.remove(place.seat());
    tell(new PresenceEvent.Left(name, place.roomId(), place.user().userId()));
  }

  void alive() {
    tell(new PresenceEvent.Alive(name, places.digest()));
  }

  void state() {
    tell(new PresenceEvent.State(name, 0, 1, places.all()));
  }

  void typing(UUID room, String user, boolean isTyping) {
    tell(new PresenceEvent.Typing(name, room, user, isTyping));
  }

  void tell(PresenceEvent event) {
    try {
      byte[] value = json.writeValueAsBytes(event);
      producer.send(new ProducerRecord<>(TopicNames.PRESENCE, event.key(), value)).get();
    } catch (IOException | InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next event of this kind that another pod tells; others before it are passed over. */
  <T extends PresenceEvent> T hear(Class<T> kind, Predicate<T> wanted) {
    return hear(kind, wanted, PATIENCE);
  }

  <T extends PresenceEvent> T hear(Class<T> kind, Predicate<T> wanted, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (unheard.isEmpty()) {
        consumer.poll(POLL).forEach(unheard::add);
      } else {
        PresenceEvent event = read(unheard.poll());
        if (kind.isInstance(event) && !event.pod().equals(name) && wanted.test(kind.cast(event))) {
          return kind.cast(event);
        }
      }
    }
    throw new AssertionError("the event that was waited for did not come");
  }

  /**
   * The records told by another pod since they were last asked for, once there is one like this.
   */
  ConsumerRecord<String, byte[]> record(Predicate<PresenceEvent> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (wanted.test(read(record))) {
          return record;
        }
      }
    }
    throw new AssertionError("the record that was waited for did not come");
  }

  private PresenceEvent read(ConsumerRecord<String, byte[]> record) {
    try {
      return json.readValue(record.value(), PresenceEvent.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    tell(new PresenceEvent.Gone(name));
    producer.close();
    consumer.close();
  }
}
