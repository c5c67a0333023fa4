package org.andon.file.session;

import static io.restassured.RestAssured.given;
import static org.andon.file.testing.People.OWNER;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.andon.contracts.SessionRevoked;
import org.andon.contracts.TopicNames;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.People;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.TestRooms;
import org.andon.file.testing.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class RevocationTest {
  @Inject ObjectMapper json;
  RoomServiceTwin rooms;
  private UUID room;

  @BeforeEach
  void a_room() {
    room = TestRooms.in(rooms);
  }

  @Test
  void the_token_of_an_ended_session_is_refused_within_two_seconds() {
    UUID ended = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    list(ended).statusCode(200);

    revoke(ended, Instant.now().plusSeconds(600));

    await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> list(ended).statusCode(401));
    list(ended)
        .header("WWW-Authenticate", "Bearer")
        .contentType("application/problem+json")
        .body("code", equalTo("unauthenticated"));
    list(other).statusCode(200);
  }

  @Test
  void an_event_that_is_over_or_cannot_be_read_holds_nothing_up() {
    UUID over = UUID.randomUUID();
    UUID ended = UUID.randomUUID();

    new Topic(TopicNames.SESSIONS).send(ended.toString(), "not an event");
    new Topic(TopicNames.SESSIONS).send(ended.toString(), "{}");
    revoke(over, Instant.now().minusSeconds(1));
    revoke(ended, Instant.now().plusSeconds(600));

    await().untilAsserted(() -> list(ended).statusCode(401));
    list(over).statusCode(200);
  }

  private ValidatableResponse list(UUID session) {
    return given()
        .auth()
        .oauth2(People.token(OWNER, session))
        .get("/api/rooms/{id}/files", room)
        .then();
  }

  private void revoke(UUID session, Instant until) {
    try {
      String event =
          json.writeValueAsString(
              new SessionRevoked(
                  session, OWNER, "ended_by_admin", until.truncatedTo(ChronoUnit.MILLIS)));
      new Topic(TopicNames.SESSIONS).send(session.toString(), event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
