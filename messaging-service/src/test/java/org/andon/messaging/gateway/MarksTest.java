package org.andon.messaging.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are marked as what matters in the incident. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class MarksTest extends RoomFixture {
  private static String mark(String messageId, String mark) {
    return mark(messageId, mark, UUID.randomUUID());
  }

  private static String mark(String messageId, String mark, UUID clientMsgId) {
    return """
    {"type":"mark","message_id":"%s","mark":%s,"client_msg_id":"%s"}
    """
        .formatted(messageId, mark, clientMsgId);
  }

  private static String post(RoomClient client, String text) {
    client.post(text);
    return client.next("ack").get("message_id").asText();
  }

  private ValidatableResponse get(String path) {
    return given().auth().oauth2(Tokens.of(WEI)).get("/api/rooms/" + room + path).then();
  }

  @Test
  void everybody_hears_of_it_and_it_stands_in_history_and_among_the_marks() {
    try (RoomClient wei = open(WEI);
        RoomClient mei = open(MEI)) {
      String id = post(mei, "熱電偶老化");

      mei.send(mark(id, "\"root_cause\""));

      JsonNode frame = wei.next("message_marked");
      assertThat(frame.get("message_id").asText()).isEqualTo(id);
      assertThat(frame.get("mark").asText()).isEqualTo("root_cause");
      assertThat(frame.get("marked_by").asText()).isEqualTo(MEI);
      assertThat(mei.next("ack").get("sequence_number").asLong())
          .isEqualTo(frame.get("sequence_number").asLong());
      get("/messages").body("items[0].mark", equalTo("root_cause"));
      get("/marks").body("items", hasSize(1)).body("items[0].message_id", equalTo(id));
      get("/events").body("items[1].type", equalTo("message_marked"));
    }
  }

  @Test
  void one_mark_takes_the_place_of_another_and_null_takes_it_away() {
    try (RoomClient mei = open(MEI)) {
      String id = post(mei, "245 °C");
      mei.send(mark(id, "\"decision\""));
      mei.next("ack");

      mei.send(mark(id, "\"measurement\""));
      mei.next("ack");
      get("/marks").body("items.mark", equalTo(List.of("measurement")));

      mei.send(mark(id, "null"));
      mei.next("ack");
      get("/marks").body("items", hasSize(0));
      get("/messages").body("items[0].mark", nullValue());
    }
  }

  @Test
  void the_same_mark_again_changes_nothing_and_a_retry_gets_the_first_ack() {
    try (RoomClient mei = open(MEI)) {
      String id = post(mei, "停線");
      UUID clientMsgId = UUID.randomUUID();
      mei.send(mark(id, "\"action\"", clientMsgId));
      JsonNode first = mei.next("ack");

      mei.send(mark(id, "\"action\""));
      JsonNode again = mei.next("ack");
      mei.send(mark(id, "null"));
      mei.next("ack");
      mei.send(mark(id, "\"action\"", clientMsgId));
      JsonNode retry = mei.next("ack");

      assertThat(again.get("changed").asBoolean()).isFalse();
      assertThat(retry).isEqualTo(first);
      get("/marks").body("items", hasSize(0));
    }
  }

  @Test
  void a_deleted_message_has_no_mark_and_takes_none() {
    try (RoomClient mei = open(MEI)) {
      String id = post(mei, "x");
      mei.send(mark(id, "\"decision\""));
      mei.next("ack");
      mei.send("{\"type\":\"delete_message\",\"message_id\":\"%s\"}".formatted(id));
      mei.next("ack");

      mei.send(mark(id, "\"decision\""));

      assertThat(mei.next("error").get("code").asText()).isEqualTo("message_deleted");
      get("/marks").body("items", hasSize(0));
    }
  }

  @Test
  void a_viewer_marks_nothing_and_a_stranger_sees_none() {
    try (RoomClient mei = open(MEI);
        RoomClient viewer = open(VIEWER)) {
      String id = post(mei, "x");

      viewer.send(mark(id, "\"decision\""));

      assertThat(viewer.next("error").get("code").asText()).isEqualTo("forbidden");
    }
    Neighbours.knowRoomWithoutTheCaller(room);
    given()
        .auth()
        .oauth2(Tokens.of(STRANGER))
        .get("/api/rooms/" + room + "/marks")
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"important\"", "7", "\"\"", "[]"})
  void an_unknown_mark_is_named(String mark) {
    try (RoomClient mei = open(MEI)) {
      mei.send(mark(UUID.randomUUID().toString(), mark));

      JsonNode error = mei.next("error");
      assertThat(error.get("code").asText()).isEqualTo("invalid_field");
      assertThat(error.get("field").asText()).isEqualTo("mark");
    }
  }
}
