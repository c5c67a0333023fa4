package org.andon.file.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.TopicNames;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.Samples;
import org.andon.file.testing.TestRooms;
import org.andon.file.testing.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class FileEventsTest {
  private final Topic topic = new Topic(TopicNames.FILES);
  FileStack stack;
  RoomServiceTwin rooms;

  @Test
  void an_upload_is_an_event_that_fits_the_schema() throws Exception {
    UUID room = TestRooms.in(rooms);
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(getClass().getResourceAsStream("/schemas/incident.files.v1.json"));

    String file = uploaded(OWNER, room, "溫度.png", Samples.png(8, 6));

    ConsumerRecord<String, String> event = eventsOf(room, 1).getFirst();
    JsonNode value = new ObjectMapper().readTree(event.value());
    assertThat(schema.validate(value)).isEmpty();
    assertThat(value.at("/file_id").textValue()).isEqualTo(file);
    assertThat(value.at("/file_name").textValue()).isEqualTo("溫度.png");
    assertThat(value.at("/width").intValue()).isEqualTo(8);
    assertThat(header(event, CloudEventHeaders.ID)).isEqualTo(file + ":uploaded");
    assertThat(header(event, CloudEventHeaders.TYPE)).isEqualTo("andon.file.uploaded");
    assertThat(header(event, CloudEventHeaders.SOURCE)).isEqualTo("/andon/file-service");
    assertThat(header(event, CloudEventHeaders.SUBJECT)).isEqualTo(room.toString());
    assertThat(header(event, CloudEventHeaders.TIME))
        .isEqualTo(value.at("/uploaded_at").textValue());
  }

  @Test
  void a_deletion_is_an_event_behind_its_upload() throws Exception {
    UUID room = TestRooms.in(rooms);
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(getClass().getResourceAsStream("/schemas/incident.files.v1.json"));

    String file = uploaded(OWNER, room, "a.txt", "text".getBytes(UTF_8));
    as(OWNER).delete("/api/files/{id}", file).then().statusCode(204);

    List<ConsumerRecord<String, String>> events = eventsOf(room, 2);
    assertThat(events)
        .extracting(event -> header(event, CloudEventHeaders.ID))
        .containsExactly(file + ":uploaded", file + ":deleted");
    JsonNode value = new ObjectMapper().readTree(events.getLast().value());
    assertThat(schema.validate(value)).isEmpty();
    assertThat(value.get("file_name").isNull()).isTrue();
    assertThat(value.get("description").isNull()).isTrue();
    assertThat(header(events.getLast(), CloudEventHeaders.TYPE)).isEqualTo("andon.file.deleted");
    assertThat(header(events.getLast(), CloudEventHeaders.TIME))
        .isEqualTo(value.at("/deleted_at").textValue());
  }

  @Test
  void a_file_uploaded_and_deleted_while_kafka_is_away_is_both_when_it_is_back() {
    UUID room = TestRooms.in(rooms);

    stack.stopKafka();
    String file = uploaded(OWNER, room, "a.txt", "text".getBytes(UTF_8));
    as(OWNER).delete("/api/files/{id}", file).then().statusCode(204).time(lessThan(5_000L));
    stack.startKafkaAgain();

    assertThat(eventsOf(room, 2))
        .extracting(event -> header(event, CloudEventHeaders.ID))
        .containsExactly(file + ":uploaded", file + ":deleted");
  }

  @Test
  void an_upload_made_while_kafka_is_away_is_announced_when_it_is_back() {
    UUID room = TestRooms.in(rooms);

    stack.stopKafka();
    String file = uploaded(OWNER, room, "a.txt", "text".getBytes(UTF_8));
    stack.startKafkaAgain();

    assertThat(header(eventsOf(room, 1).getFirst(), CloudEventHeaders.ID))
        .isEqualTo(file + ":uploaded");
  }

  private List<ConsumerRecord<String, String>> eventsOf(UUID room, int atLeast) {
    return await()
        .atMost(60, SECONDS)
        .until(() -> topic.eventsOf(room.toString()), events -> events.size() >= atLeast);
  }

  private static String header(ConsumerRecord<String, String> event, String name) {
    return new String(event.headers().lastHeader(name).value(), UTF_8);
  }
}
