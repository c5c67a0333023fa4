package org.andon.messaging.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.TestRoom;
import org.andon.testkit.MessagesTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class MentionEventsTest {
  @TestHTTPResource("/")
  URI base;

  @Inject ObjectMapper json;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String wei = "wei." + mark + "@plant.example";
  private final String mei = "mei." + mark + "@plant.example";
  private TestRoom room;

  @BeforeEach
  void aRoomOfTwo() {
    room = new TestRoom(base, wei, mei);
  }

  private static List<ConsumerRecord<String, String>> toldTo(String user) {
    return MessagesTopic.of(Backing.kafkaServers(), "incident.mentions.v1", user);
  }

  private JsonNode read(ConsumerRecord<String, String> record) {
    try {
      return json.readTree(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_notifier_hears_who_mentions_whom_and_where() {
    String id = room.post(wei, "@mei." + mark + " " + "請看".repeat(150))[0];

    await().until(() -> toldTo(mei).size() == 1);

    ConsumerRecord<String, String> record = toldTo(mei).getFirst();
    JsonNode mention = read(record);
    assertThat(mention.get("user_id").asText()).isEqualTo(mei);
    assertThat(mention.get("sender_id").asText()).isEqualTo(wei);
    assertThat(mention.get("room_id").asText()).isEqualTo(room.id().toString());
    assertThat(mention.get("room_title").asText()).isEqualTo("Line 3");
    assertThat(mention.get("message_id").asText()).isEqualTo(id);
    assertThat(mention.get("excerpt").asText()).startsWith("@mei." + mark + " 請看").hasSize(200);
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(getClass().getResourceAsStream("/schemas/incident.mentions.v1.json"))
                .validate(mention))
        .isEmpty();
    assertThat(MessagesTopic.header(record, "ce_type")).isEqualTo("andon.user.mentioned");
    assertThat(MessagesTopic.header(record, "ce_subject")).isEqualTo(room.id().toString());
    assertThat(MessagesTopic.header(record, "ce_time"))
        .isEqualTo(mention.get("created_at").asText());
  }

  @Test
  void an_edit_that_still_mentions_somebody_is_the_same_mention() {
    String id = room.post(wei, "@mei." + mark + " one")[0];
    room.edit(wei, id, "\"@mei." + mark + " two\"");

    await().until(() -> toldTo(mei).size() == 2);

    assertThat(toldTo(mei))
        .extracting(record -> MessagesTopic.header(record, "ce_id"))
        .containsOnly(MessagesTopic.header(toldTo(mei).getFirst(), "ce_id"));
    assertThat(read(toldTo(mei).getLast()).get("excerpt").asText()).endsWith(" two");
    assertThat(read(toldTo(mei).getLast()).get("sequence_number").asInt()).isEqualTo(2);
  }

  @Test
  void nobody_is_told_of_their_own_message() {
    room.post(wei, "@wei." + mark + " and @mei." + mark);

    await().until(() -> toldTo(mei).size() == 1);

    assertThat(toldTo(wei)).isEmpty();
  }
}
