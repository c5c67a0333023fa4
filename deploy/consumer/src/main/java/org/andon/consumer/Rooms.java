package org.andon.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The last state of every incident room. The topic keeps that for ever, so this needs neither a
 * consumer group nor a store: it is read from its beginning at each start.
 */
final class Rooms implements AutoCloseable {
  private static final String TOPIC = "incident.rooms.v1";
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Room(long version, String title) {}

  private final Map<String, Room> rooms = new HashMap<>();
  private final KafkaConsumer<String, byte[]> consumer;

  Rooms(Properties connection) {
    consumer =
        new KafkaConsumer<>(connection, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(partition -> new TopicPartition(TOPIC, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
      update();
    }
  }

  /** Takes in what has changed since the last call. */
  void update() {
    ConsumerRecords<String, byte[]> changes = consumer.poll(WAIT);
    changes.forEach(this::update);
  }

  private void update(ConsumerRecord<String, byte[]> change) {
    JsonNode event = read(change);
    Room room = new Room(event.path("version").asLong(), event.path("room").path("title").asText());
    // A repeat may come late: an older version never replaces a newer one.
    rooms.merge(change.key(), room, (old, now) -> now.version() > old.version() ? now : old);
  }

  private static JsonNode read(ConsumerRecord<String, byte[]> change) {
    try {
      return JSON.readTree(change.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The room's title, or its id until its title is known. */
  String title(String roomId) {
    Room room = rooms.get(roomId);
    return room == null ? roomId : room.title();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
