package org.andon.messaging.fanout;

import static org.andon.testkit.RoomClient.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.MessagesTopic;
import org.andon.testkit.RoomClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class PublicationTest {
  private static final String WEI = "li.wei@plant.example";

  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource dataSource;
  @Inject ObjectMapper json;

  private final UUID room = UUID.randomUUID();

  @BeforeEach
  void aRoom() {
    Neighbours.knowRoom(room, "OWNER");
  }

  private RoomClient open() {
    return RoomClient.open(base, room, Tokens.of(WEI), "");
  }

  private List<Long> numbersOnKafka() {
    return MessagesTopic.of(Backing.kafkaServers(), room).stream()
        .map(record -> Long.valueOf(MessagesTopic.header(record, EventProducer.SEQUENCE_HEADER)))
        .toList();
  }

  @Test
  void an_event_on_kafka_is_the_very_frame_with_cloudevents_headers() throws Exception {
    try (RoomClient wei = open()) {
      wei.post("溫度異常");
      JsonNode frame = wei.next("message");

      await().until(() -> MessagesTopic.of(Backing.kafkaServers(), room).size() == 1);

      ConsumerRecord<String, String> record =
          MessagesTopic.of(Backing.kafkaServers(), room).getFirst();
      assertThat(json.readTree(record.value())).isEqualTo(frame);
      assertThat(schema().validate(json.readTree(record.value()))).isEmpty();
      assertThat(MessagesTopic.header(record, "ce_specversion")).isEqualTo("1.0");
      assertThat(MessagesTopic.header(record, "ce_type")).isEqualTo("andon.message.posted");
      assertThat(MessagesTopic.header(record, "ce_subject")).isEqualTo(room.toString());
      assertThat(MessagesTopic.header(record, "ce_source")).isEqualTo("/andon/messaging-service");
      assertThat(MessagesTopic.header(record, "ce_id")).isEqualTo(frame.get("message_id").asText());
      assertThat(MessagesTopic.header(record, "ce_time"))
          .isEqualTo(frame.get("created_at").asText());
      assertThat(MessagesTopic.header(record, "content-type")).isEqualTo("application/json");
    }
  }

  /** Escapes of emoji in names are what some parsers of JSON cannot read. */
  @Test
  void emoji_are_on_kafka_as_people_wrote_them() {
    try (RoomClient wei = open()) {
      JsonNode id = wei.call(frame("message", "content", "溫度異常 🔥")).get("message_id");
      wei.call(frame("add_reaction", "message_id", id, "emoji", "👍"));

      await().until(() -> MessagesTopic.of(Backing.kafkaServers(), room).size() == 2);

      assertThat(MessagesTopic.of(Backing.kafkaServers(), room))
          .extracting(ConsumerRecord::value)
          .satisfiesExactly(
              posted -> assertThat(posted).contains("溫度異常 🔥"),
              reacted -> assertThat(reacted).contains("{\"👍\":1}"));
    }
  }

  @Test
  void the_watermark_follows_what_kafka_has() {
    try (RoomClient wei = open()) {
      IntStream.range(0, 20).forEach(i -> wei.post("message " + i));
      wei.messages(20);

      await().untilAsserted(() -> assertThat(watermark()).isEqualTo(20));
    }
  }

  @Test
  void what_a_dead_pod_left_unpublished_is_published_by_another() throws SQLException {
    try (RoomClient wei = open()) {
      IntStream.range(0, 3).forEach(i -> wei.post("message " + i));
      wei.messages(3);
    }
    await().untilAsserted(() -> assertThat(watermark()).isEqualTo(3));

    execute(
        "UPDATE room_sequences SET published_sequence = 1, unpublished_since = now() - interval '1"
            + " minute' WHERE room_id = '%s'");

    await().untilAsserted(() -> assertThat(numbersOnKafka()).containsExactly(1L, 2L, 3L, 2L, 3L));
    await().untilAsserted(() -> assertThat(watermark()).isEqualTo(3));
    assertThat(idsOnKafka()).hasSize(3);
  }

  @Test
  void without_kafka_people_go_on_talking_and_the_topic_is_complete_and_in_order_afterwards() {
    try (RoomClient wei = open();
        RoomClient other = open()) {
      wei.post("before");
      other.messages(1);
      await().untilAsserted(() -> assertThat(numbersOnKafka()).containsExactly(1L));

      Backing.stopKafka();
      try {
        for (int i = 0; i < 30; i++) {
          wei.post("without Kafka " + i);
          assertThat(wei.next("ack").get("sequence_number").asLong()).isPositive();
        }
        assertThat(other.messages(30)).hasSize(30);
      } finally {
        Backing.startKafka();
      }
      wei.post("after");
      other.messages(1);

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(numbersOnKafka().stream().distinct())
                      .containsExactlyElementsOf(LongStream.rangeClosed(1, 32).boxed().toList()));
      assertThat(idsOnKafka()).hasSize(32);
    }
  }

  @Test
  void a_room_behind_kafka_is_filled_from_the_database() throws SQLException {
    try (RoomClient wei = open()) {
      wei.post("first");
      wei.messages(1);

      execute(
          "INSERT INTO messages (message_id, room_id, sequence_number, sender_id, sender_name,"
              + " message_type, content, mentions, created_at) VALUES (gen_random_uuid(), '%s', 2,"
              + " 'a@b', 'A', 'text', 'committed by a pod whose Kafka is away', '{}', now())");
      execute("UPDATE room_sequences SET last_sequence = 2 WHERE room_id = '%s'");

      assertThat(wei.next("message").get("sequence_number").asLong()).isEqualTo(2);
    }
  }

  private List<String> idsOnKafka() {
    return MessagesTopic.of(Backing.kafkaServers(), room).stream()
        .map(record -> MessagesTopic.header(record, "ce_id"))
        .distinct()
        .toList();
  }

  private void execute(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql.formatted(room));
    }
  }

  private long watermark() throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT published_sequence FROM room_sequences WHERE room_id = '" + room + "'")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static JsonSchema schema() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(PublicationTest.class.getResourceAsStream("/schemas/incident.messages.v1.json"));
  }
}
