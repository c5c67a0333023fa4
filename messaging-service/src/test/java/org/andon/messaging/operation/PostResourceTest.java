package org.andon.messaging.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages by HTTP, as a bot posts them. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class PostResourceTest {
  private static final String BOT = "oven3@plant.example";

  @TestHTTPResource("/")
  URI base;

  private final UUID room = UUID.randomUUID();

  @BeforeEach
  void aRoom() {
    Neighbours.knowRoom(room, "EDITOR");
  }

  private ValidatableResponse post(String key, String body) {
    var request = given().auth().oauth2(Tokens.of(BOT)).contentType("application/json");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.body(body).post("/api/rooms/" + room + "/messages").then();
  }

  @Test
  void it_is_committed_and_heard_on_the_socket() {
    String key = UUID.randomUUID().toString();
    try (RoomClient listener = RoomClient.open(base, room, Tokens.of(BOT), "")) {
      listener.next("welcome");

      String id =
          post(key, "{\"content\":\"烤箱 3 過熱\"}")
              .statusCode(201)
              .body("type", equalTo("ack"))
              .body("client_msg_id", equalTo(key))
              .body("changed", equalTo(true))
              .extract()
              .path("message_id");

      assertThat(listener.next("message").get("message_id").asText()).isEqualTo(id);
    }
  }

  @Test
  void the_same_key_gives_the_same_answer() {
    String key = UUID.randomUUID().toString();
    String first = post(key, "{\"content\":\"once\"}").statusCode(201).extract().asString();

    String second = post(key, "{\"content\":\"once\"}").statusCode(201).extract().asString();

    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                           | 400 | malformed_json",
        "[]                                          | 400 | malformed_json",
        "{}                                          | 422 | invalid_field",
        "{\"content\":\"\"}                          | 422 | invalid_field",
        "{\"content\":7}                             | 422 | invalid_field",
        "{\"content\":\"x\",\"reply_to\":\"7\"}      | 422 | invalid_field",
        "{\"content\":\"x\",\"message_type\":\"system\"} | 422 | invalid_field",
      })
  void what_is_wrong_is_told(String body, int status, String code) {
    post(null, body).statusCode(status).body("code", equalTo(code));
  }

  @Test
  void a_key_that_is_no_uuid_is_named() {
    post("7", "{\"content\":\"x\"}")
        .statusCode(422)
        .body("errors[0].field", equalTo("Idempotency-Key"));
  }

  @Test
  void what_is_too_large_is_refused() {
    post(null, "{\"content\":\"" + "x".repeat(70_000) + "\"}")
        .statusCode(413)
        .body("code", equalTo("frame_too_large"));
  }

  @Test
  void a_viewer_and_a_stranger_do_not_post() {
    UUID asViewer = UUID.randomUUID();
    Neighbours.knowRoom(asViewer, "VIEWER");
    UUID foreign = UUID.randomUUID();
    Neighbours.knowRoomWithoutTheCaller(foreign);

    for (UUID refusing : new UUID[] {asViewer, foreign}) {
      given()
          .auth()
          .oauth2(Tokens.of(BOT))
          .contentType("application/json")
          .body("{\"content\":\"x\"}")
          .post("/api/rooms/" + refusing + "/messages")
          .then()
          .statusCode(403)
          .body("code", equalTo("forbidden"));
    }
  }
}
