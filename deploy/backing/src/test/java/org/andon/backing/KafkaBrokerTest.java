package org.andon.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

  private static final String MESSAGES = "incident.messages.v1";

  @TempDir Path directory;

  @Test
  void the_topics_of_the_contract_are_created_once_with_their_settings() throws Exception {
    try (var broker = KafkaBroker.start(null, 0);
        var admin = Admin.create(client(broker))) {
      broker.createTopics(Topics.ALL);
      broker.createTopics(Topics.ALL);

      var described =
          admin.describeTopics(Topics.ALL.stream().map(Topic::name).toList()).allTopicNames().get();
      assertThat(described).hasSameSizeAs(Topics.ALL);
      assertThat(described.get(MESSAGES).partitions()).hasSize(12);
      assertThat(setting(admin, MESSAGES, "retention.ms")).isEqualTo("604800000");
      assertThat(setting(admin, "incident.rooms.v1", "cleanup.policy")).isEqualTo("compact");
      assertThat(setting(admin, "incident.rooms.v1", "min.compaction.lag.ms"))
          .isEqualTo("604800000");
      assertThat(setting(admin, "andon.presence.v1", "retention.ms")).isEqualTo("300000");
    }
  }

  @Test
  void a_topic_nobody_created_is_not_there() {
    try (var broker = KafkaBroker.start(null, 0);
        var producer = new KafkaProducer<String, String>(quickToGiveUp(broker))) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("typo", "x")).get())
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("typo");
    }
  }

  @Test
  void records_and_a_groups_position_are_there_after_a_restart_on_another_port() throws Exception {
    try (var broker = KafkaBroker.start(directory, 0)) {
      broker.createTopics(Topics.ALL);
      send(broker, "one", "two");
      assertThat(read(broker, 2)).containsExactly("one", "two");
    }

    try (var broker = KafkaBroker.start(directory, 0)) {
      send(broker, "three");

      assertThat(read(broker, 1)).containsExactly("three");
    }
  }

  @Test
  @Timeout(60)
  void what_was_acknowledged_is_there_after_a_killed_jvm() throws Exception {
    KilledJvm.run(SendsAndDies.class, directory);

    try (var broker = KafkaBroker.start(directory, 0)) {
      assertThat(read(broker, 2)).containsExactly("one", "two");
    }
  }

  static final class SendsAndDies {

    public static void main(String[] arguments) {
      KilledJvm.serve(
          () -> {
            var broker = KafkaBroker.start(Path.of(arguments[0]), 0);
            broker.createTopics(Topics.ALL);
            send(broker, "one", "two");
          });
    }
  }

  private static void send(KafkaBroker broker, String... values) throws Exception {
    try (var producer = new KafkaProducer<String, String>(client(broker))) {
      for (var value : values) {
        producer.send(new ProducerRecord<>(MESSAGES, "room", value)).get();
      }
    }
  }

  private static List<String> read(KafkaBroker broker, int count) {
    var values = new ArrayList<String>();
    try (var consumer = new KafkaConsumer<String, String>(client(broker))) {
      consumer.subscribe(List.of(MESSAGES));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
              });
      consumer.commitSync();
    }
    return values;
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
  }

  private static Map<String, Object> quickToGiveUp(KafkaBroker broker) {
    var settings = new HashMap<>(client(broker));
    settings.put("max.block.ms", 1000);
    return settings;
  }

  private static Map<String, Object> client(KafkaBroker broker) {
    return Map.of(
        "bootstrap.servers",
        broker.bootstrapServers(),
        "key.serializer",
        StringSerializer.class,
        "value.serializer",
        StringSerializer.class,
        "key.deserializer",
        StringDeserializer.class,
        "value.deserializer",
        StringDeserializer.class,
        "group.id",
        "reader",
        "auto.offset.reset",
        "earliest",
        "enable.auto.commit",
        false);
  }
}
