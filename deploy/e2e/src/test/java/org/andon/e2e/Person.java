package org.andon.e2e;

import static io.restassured.RestAssured.given;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RestAssuredConfig.config;

import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.testkit.RoomClient;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.awaitility.Awaitility;

/** One of the demo people, signed in at the gateway. */
record Person(URI gateway, String userId, String token) {
  private static final String PASSWORD = "andon-demo";

  /** The names of files are sent as UTF-8. */
  private static final RestAssuredConfig AS_BROWSERS_DO =
      config().httpClient(httpClientConfig().httpMultipartMode(HttpMultipartMode.RFC6532));

  static Person signIn(Stack stack, String account) {
    URI gateway = stack.gateway();
    String token =
        given()
            .baseUri(gateway.toString())
            .contentType("application/json")
            .body(Map.of("username", account, "password", PASSWORD))
            .post("/api/auth/login")
            .then()
            .statusCode(200)
            .extract()
            .path("access_token");
    return new Person(gateway, account + "@plant.example", token);
  }

  /** A request through the gateway, with this person's token. */
  RequestSpecification request() {
    return given().config(AS_BROWSERS_DO).baseUri(gateway.toString()).auth().oauth2(token);
  }

  /** A room whose first message, number 1, tells that it was created. */
  UUID createRoom(String title, Map<String, String> members) {
    return createRoomAt("Line 3", title, members);
  }

  UUID createRoomAt(String location, String title, Map<String, String> members) {
    UUID room = newRoom(location, title, members);
    // In a stack that has just started, messaging's pods agree first on who reads which rooms.
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () ->
                request()
                    .get("/api/rooms/{room}/messages", room)
                    .path("items.event")
                    .equals(List.of("room_created")));
    return room;
  }

  private UUID newRoom(String location, String title, Map<String, String> members) {
    return UUID.fromString(
        request()
            .contentType("application/json")
            .body(
                Map.of(
                    "title",
                    title,
                    "incident_type",
                    "equipment_failure",
                    "severity",
                    "high",
                    "location",
                    location,
                    "members",
                    members.entrySet().stream()
                        .map(m -> Map.of("user_id", m.getKey(), "role", m.getValue()))
                        .toList()))
            .post("/api/rooms")
            .then()
            .statusCode(201)
            .extract()
            .path("room_id"));
  }

  RoomClient open(UUID room) {
    return RoomClient.open(gateway, room, token, "");
  }

  /** A socket straight to one pod. */
  RoomClient open(Stack.Pod pod, UUID room) {
    return RoomClient.open(pod.url(), room, token, "");
  }

  RoomClient open(Stack.Pod pod, UUID room, String query) {
    return RoomClient.open(pod.url(), room, token, query);
  }

  RoomClient resume(UUID room, long after) {
    return RoomClient.open(gateway, room, token, "?after=" + after);
  }
}
