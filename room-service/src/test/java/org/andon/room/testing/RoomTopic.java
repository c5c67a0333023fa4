package org.andon.room.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.andon.contracts.TopicNames;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What others see on the topic of rooms, and on others. */
public final class RoomTopic {
  private RoomTopic() {}

  /** All events of a room so far, in the topic's order. */
  public static List<ConsumerRecord<String, String>> eventsOf(String roomId) {
    return eventsOf(TopicNames.ROOMS, roomId);
  }

  /** All events of a key so far. */
  public static List<ConsumerRecord<String, String>> eventsOf(String topic, String key) {
    String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", servers),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> events = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                event -> {
                  if (event.key().equals(key)) {
                    events.add(event);
                  }
                });
      }
      return events;
    }
  }
}
