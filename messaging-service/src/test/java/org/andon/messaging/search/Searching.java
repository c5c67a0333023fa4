package org.andon.messaging.search;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.TestRoom;
import org.andon.messaging.support.Tokens;
import org.junit.jupiter.api.BeforeEach;

/** Two people in a room, and what one of them finds. */
abstract class Searching {
  final String wei = "wei-" + UUID.randomUUID() + "@plant.example";
  final String mei = "mei-" + UUID.randomUUID() + "@plant.example";

  @TestHTTPResource("/")
  URI base;

  TestRoom room;

  @BeforeEach
  void aRoomOfTwo() {
    room = new TestRoom(base, wei, mei);
  }

  static ValidatableResponse search(String token, String q, Map<String, ?> parameters) {
    return given()
        .auth()
        .oauth2(token)
        .queryParam("q", q)
        .queryParams(parameters)
        .get("/api/messages/search")
        .then();
  }

  ValidatableResponse search(String q) {
    return search(Tokens.of(wei), q, Map.of()).statusCode(200);
  }

  List<String> found(String q) {
    return search(q).extract().path("items.message.content");
  }
}
