package org.andon.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Observed;
import org.andon.messaging.support.TestRoom;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
@TestProfile(Observed.class)
class LogsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WEI = "li.wei@plant.example";

  @TestHTTPResource("/")
  URI base;

  private static List<String> lines() {
    try {
      return Files.readAllLines(Observed.LOG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }

  private static List<JsonNode> linesAbout(UUID room, String message) {
    return lines().stream()
        .map(LogsTest::read)
        .filter(line -> line.at("/mdc/room_id").asText().equals(room.toString()))
        .filter(line -> line.path("message").asText().startsWith(message))
        .toList();
  }

  private static void hasAllIds(JsonNode line) {
    assertThat(line.at("/mdc/user_id").asText()).isEqualTo(WEI);
    assertThat(line.at("/mdc/session_id").asText()).isNotEmpty();
    assertThat(line.at("/mdc/trace_id").asText()).matches("[0-9a-f]{32}");
    assertThat(line.at("/mdc/span_id").asText()).matches("[0-9a-f]{16}");
  }

  @Test
  void a_line_of_a_socket_frame_has_the_ids_of_room_user_session_and_trace() {
    TestRoom room = new TestRoom(base, WEI);

    room.post(WEI, "hello");

    await().until(() -> !linesAbout(room.id(), "frame type=message outcome=done").isEmpty());
    hasAllIds(linesAbout(room.id(), "frame type=message").getFirst());
  }

  @Test
  void a_line_of_a_frame_that_is_handled_on_a_virtual_thread_has_them_too() {
    TestRoom room = new TestRoom(base, WEI);
    String message = room.post(WEI, "before")[0];

    room.edit(WEI, message, "\"after\"");

    await().until(() -> !linesAbout(room.id(), "frame type=edit_message").isEmpty());
    hasAllIds(linesAbout(room.id(), "frame type=edit_message").getFirst());
  }

  @Test
  void a_line_of_a_request_has_them() {
    TestRoom room = new TestRoom(base, WEI);

    given()
        .auth()
        .oauth2(Tokens.of(WEI))
        .get("/api/rooms/{room}/messages", room.id())
        .then()
        .statusCode(200);

    await().until(() -> !linesAbout(room.id(), "request").isEmpty());
    hasAllIds(linesAbout(room.id(), "request method=GET").getFirst());
  }

  @Test
  void neither_tokens_nor_what_people_write_is_logged() {
    TestRoom room = new TestRoom(base, WEI);
    String token = Tokens.of(WEI);
    String text = "a secret of line 3";

    room.post(WEI, text);
    try (RoomClient wei = RoomClient.open(base, room.id(), token, "")) {
      wei.send("{\"type\":\"message\",\"content\":\"" + text + "\",\"reply_to\":\"" + text + "\"}");
      wei.next("error");
    }
    given()
        .auth()
        .oauth2(token)
        .queryParam("q", text)
        .get("/api/messages/search")
        .then()
        .statusCode(200);

    await().until(() -> !linesAbout(room.id(), "frame type=unread").isEmpty());
    assertThat(lines()).noneMatch(line -> line.contains(text) || line.contains(token));
  }
}
