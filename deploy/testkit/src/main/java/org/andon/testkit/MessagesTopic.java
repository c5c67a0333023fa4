package org.andon.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a plant system sees on {@code incident.messages.v1}. */
public final class MessagesTopic {
  private static final String NAME = "incident.messages.v1";

  private MessagesTopic() {}

  /** All of a room's records so far, in the topic's order. */
  public static List<ConsumerRecord<String, String>> of(String bootstrapServers, UUID roomId) {
    return of(bootstrapServers, NAME, roomId);
  }

  /** The same of another topic whose key is the room. */
  public static List<ConsumerRecord<String, String>> of(
      String bootstrapServers, String topic, UUID roomId) {
    return of(bootstrapServers, topic, roomId.toString());
  }

  /** All records of a key so far. */
  public static List<ConsumerRecord<String, String>> of(
      String bootstrapServers, String topic, String key) {
    Properties config = new Properties();
    config.putAll(Map.of("bootstrap.servers", bootstrapServers));
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  if (record.key().equals(key)) {
                    found.add(record);
                  }
                });
      }
    }
    return found;
  }

  public static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
