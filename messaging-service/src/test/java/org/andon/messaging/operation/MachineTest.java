package org.andon.messaging.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.RoomTopic;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Service accounts write where their scope says, and do nothing else. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class MachineTest {
  @TestHTTPResource("/")
  URI base;

  private final UUID machine = UUID.randomUUID();
  private final UUID template = UUID.randomUUID();
  private final UUID room = UUID.randomUUID();

  @BeforeEach
  void aRoomFromATemplate() {
    RoomTopic.madeFrom(template, room);
    String probe = Tokens.ofMachine(UUID.randomUUID(), List.of(), List.of());
    // The first one waits for the topic's consumers to join their group.
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> post(probe, "{\"content\":\"?\"}").extract().statusCode() == 403);
  }

  private ValidatableResponse post(String token, String body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body)
        .post("/api/rooms/" + room + "/messages")
        .then();
  }

  private String ofRoom() {
    return Tokens.ofMachine(machine, List.of(room), List.of());
  }

  @Test
  void its_message_bears_its_name_and_that_it_is_a_machine() {
    String owner = Tokens.of("owner@plant.example");
    try (RoomClient listener = RoomClient.open(base, room, owner, "")) {
      listener.next("welcome");

      post(ofRoom(), "{\"content\":\"@owner 烤箱 3 已停機\"}").statusCode(201);

      JsonNode message = listener.next("message");
      assertThat(message.path("sender_id").asText()).isEqualTo("machine:" + machine);
      assertThat(message.path("sender_name").asText()).isEqualTo("Name of machine:" + machine);
      assertThat(message.path("machine").asBoolean()).isTrue();
      assertThat(message.path("mentions")).isEmpty();
    }
    given()
        .auth()
        .oauth2(owner)
        .get("/api/rooms/" + room + "/messages")
        .then()
        .body("items.machine", hasItem(true));
  }

  @Test
  void its_scope_names_rooms_or_what_they_were_made_from() {
    String ofTemplate = Tokens.ofMachine(machine, List.of(), List.of(template));
    String elsewhere =
        Tokens.ofMachine(machine, List.of(UUID.randomUUID()), List.of(UUID.randomUUID()));

    post(ofTemplate, "{\"message_type\":\"incident_data\",\"content\":{\"temperature\":85}}")
        .statusCode(201);
    post(elsewhere, "{\"content\":\"x\"}").statusCode(403).body("code", equalTo("forbidden"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\":\"x\",\"mentions\":[\"owner@plant.example\"]}",
        "{\"content\":\"x\",\"reply_to\":\"0198f3a0-2222-7000-8000-000000000002\"}",
        "{\"content\":\"x\",\"message_type\":\"image_ref\","
            + "\"file_id\":\"0198f3a0-2222-7000-8000-000000000002\"}",
      })
  void it_mentions_nobody_answers_nothing_and_shows_no_files(String body) {
    post(ofRoom(), body).statusCode(422).body("code", equalTo("invalid_field"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/rooms/%s/messages",
        "/api/rooms/%s/events?after=0",
        "/api/rooms/%s/messages/0198f3a0-2222-7000-8000-000000000002/revisions",
        "/api/rooms/%s/incident-data",
        "/api/rooms/%s/incident-data/series?field=temperature",
        "/api/rooms/%s/presence",
        "/api/rooms/%s/report",
        "/api/messages/search?q=x",
        "/api/incident-data",
        "/api/me/unread",
        "/api/me/mentions",
      })
  void it_reads_nothing(String path) {
    given()
        .auth()
        .oauth2(ofRoom())
        .get(path.formatted(room))
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
  }

  @Test
  void it_gets_no_socket() {
    assertThat(RoomClient.refusal(base, "/ws/" + room, ofRoom())).isEqualTo(403);
    assertThat(RoomClient.refusal(base, "/ws/me", ofRoom())).isEqualTo(403);
  }
}
