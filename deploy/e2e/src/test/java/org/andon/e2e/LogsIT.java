package org.andon.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all services log of a login, a message and an upload: who and where, and never what. */
@ExtendWith(SharedStack.class)
class LogsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "correct-horse-7391";
  private static final String TEXT = "the-torque-was-4417-and-nobody-knew";
  private static final String FILE = "minutes-of-the-strike-5520.txt";

  private final Stack stack;

  LogsIT(Stack stack) {
    this.stack = stack;
  }

  private List<JsonNode> linesAbout(UUID room, String service) {
    return stack.logLines(service).stream()
        .filter(line -> line.startsWith("{"))
        .map(LogsIT::read)
        .filter(line -> line.at("/mdc/room_id").asText().equals(room.toString()))
        .toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }

  @Test
  void they_say_who_and_in_which_room_and_neither_secrets_nor_what_was_written() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("username", "li.wei", "password", PASSWORD))
        .post(stack.gateway() + "/api/auth/login")
        .then()
        .statusCode(401);
    Person wei = Person.signIn(stack, "li.wei");
    UUID room = wei.createRoom(TEXT, Map.of());
    try (RoomClient client = wei.open(room)) {
      client.post(TEXT);
      client.messages(1);
      client.send("{\"type\":\"" + TEXT + "\"}");
      client.next("error");
    }
    wei.request()
        .multiPart("file", FILE, TEXT.getBytes(StandardCharsets.UTF_8))
        .post("/api/rooms/{room}/files", room)
        .then()
        .statusCode(201);
    wei.request().get("/api/rooms/{room}", room).then().statusCode(200);
    wei.request().queryParam("q", TEXT).get("/api/messages/search").then().statusCode(200);

    for (String service : List.of("room-service", "messaging-service", "file-service")) {
      await().untilAsserted(() -> assertThat(linesAbout(room, service)).isNotEmpty());
      assertThat(linesAbout(room, service))
          .allSatisfy(
              line -> {
                assertThat(line.at("/mdc/user_id").asText()).isEqualTo(wei.userId());
                assertThat(line.at("/mdc/session_id").asText()).isNotEmpty();
              });
    }
    assertThat(stack.logLines())
        .noneMatch(line -> line.contains(PASSWORD) || line.contains("andon-demo"))
        .noneMatch(line -> line.contains(TEXT) || line.contains(FILE))
        .noneMatch(line -> line.contains("eyJ"));
  }
}
