package org.andon.messaging.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class HistoryTest {
  private static final String WEI = "li.wei@plant.example";

  @TestHTTPResource("/")
  URI base;

  private final UUID room = UUID.randomUUID();

  @BeforeEach
  void aRoomWithSevenMessages() {
    Neighbours.knowRoom(room, "OWNER");
    try (RoomClient wei = RoomClient.open(base, room, Tokens.of(WEI), "")) {
      IntStream.rangeClosed(1, 7).forEach(i -> wei.post("message " + i));
      wei.messages(7);
    }
  }

  private ValidatableResponse history(String query) {
    return given()
        .auth()
        .oauth2(Tokens.of(WEI))
        .get("/api/rooms/" + room + "/messages" + query)
        .then();
  }

  @Test
  void the_newest_message_comes_first() {
    history("?limit=3")
        .statusCode(200)
        .body("items.sequence_number", contains(7, 6, 5))
        .body("items[0].content", equalTo("message 7"))
        .body("items[0]", hasKey("edited_at"))
        .body("items[0].deleted_at", nullValue())
        .body("pagination.limit", equalTo(3))
        .body("pagination.has_more", equalTo(true))
        .body("pagination.next_before", equalTo(5))
        .body("pagination.last_sequence_number", equalTo(7));
  }

  @Test
  void pages_follow_one_another_to_the_beginning() {
    List<Integer> seen = new ArrayList<>();
    String next = "";
    boolean more = true;
    while (more) {
      JsonPath page = history("?limit=3" + next).statusCode(200).extract().jsonPath();
      seen.addAll(page.getList("items.sequence_number"));
      more = page.getBoolean("pagination.has_more");
      next = "&before=" + page.get("pagination.next_before");
    }

    assertThat(seen).containsExactly(7, 6, 5, 4, 3, 2, 1);
  }

  @Test
  void a_page_may_begin_at_a_time() {
    history("?before=2020-01-01T00:00:00Z").statusCode(200).body("items.size()", equalTo(0));
    history("?before=2199-01-01T00:00:00+08:00").statusCode(200).body("items.size()", equalTo(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?limit=0",
        "?limit=201",
        "?limit=x",
        "?before=yesterday",
        "?before=-1",
        "?before=%2B999999-01-01T00:00:00Z"
      })
  void a_wrong_parameter_is_named(String query) {
    history(query)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid_field"))
        .body("errors[0].field", equalTo(query.substring(1, query.indexOf('='))));
  }

  @Test
  void only_members_read() {
    UUID foreign = UUID.randomUUID();
    Neighbours.knowRoomWithoutTheCaller(foreign);
    String token = Tokens.of(WEI);

    given()
        .get("/api/rooms/" + room + "/messages")
        .then()
        .statusCode(401)
        .body("code", equalTo("unauthenticated"));
    given().auth().oauth2("x.y.z").get("/api/rooms/" + room + "/messages").then().statusCode(401);
    given()
        .auth()
        .oauth2(token)
        .get("/api/rooms/" + foreign + "/messages")
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
    given()
        .auth()
        .oauth2(token)
        .get("/api/rooms/" + UUID.randomUUID() + "/messages")
        .then()
        .statusCode(404)
        .body("code", equalTo("room_not_found"));
    given().auth().oauth2(token).get("/api/rooms/7/messages").then().statusCode(404);
    given().auth().oauth2(token).get("/api/rooms/" + foreign + "/presence").then().statusCode(403);
  }

  @Test
  void presence_tells_who_is_online() {
    try (RoomClient wei = RoomClient.open(base, room, Tokens.of(WEI), "")) {
      wei.next("welcome");

      given()
          .auth()
          .oauth2(Tokens.of(WEI))
          .get("/api/rooms/" + room + "/presence")
          .then()
          .statusCode(200)
          .body("online.user_id", contains(WEI));
    }
  }
}
