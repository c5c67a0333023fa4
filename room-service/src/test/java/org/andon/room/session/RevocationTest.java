package org.andon.room.session;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.token;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.andon.contracts.TopicNames;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class RevocationTest {

  @Test
  void a_revoked_session_is_refused_within_two_seconds_and_no_other() {
    String sid = UUID.randomUUID().toString();
    String other = UUID.randomUUID().toString();
    rooms(sid).statusCode(200);

    revoke(sid, Duration.ofMinutes(10));

    await()
        .atMost(2, SECONDS)
        .untilAsserted(
            () ->
                rooms(sid)
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer")
                    .body("code", equalTo("unauthenticated")));
    rooms(other).statusCode(200);
  }

  @Test
  void what_is_no_event_of_ours_keeps_nobody_from_hearing_the_next() {
    String sid = UUID.randomUUID().toString();
    for (String value : new String[] {"{", "[]", "{\"sid\":\"not an id\"}", "{\"until\":null}"}) {
      Topic.put(TopicNames.SESSIONS, sid, Map.of(), value);
    }

    revoke(sid, Duration.ofMinutes(10));

    await().atMost(2, SECONDS).untilAsserted(() -> rooms(sid).statusCode(401));
  }

  @Test
  void a_session_is_forgotten_once_no_token_of_it_can_be_valid() {
    String sid = UUID.randomUUID().toString();
    revoke(sid, Duration.ofSeconds(2));
    await().atMost(2, SECONDS).untilAsserted(() -> rooms(sid).statusCode(401));

    await().atMost(10, SECONDS).untilAsserted(() -> rooms(sid).statusCode(200));
  }

  private static ValidatableResponse rooms(String sid) {
    return given().auth().oauth2(token(OWNER, sid)).get("/api/rooms?limit=1").then();
  }

  private static void revoke(String sid, Duration remaining) {
    Topic.put(
        TopicNames.SESSIONS,
        sid,
        Map.of("ce_type", "andon.session.revoked"),
        """
        {"sid":"%s","user_id":"%s","reason":"logged_out","until":"%s"}\
        """
            .formatted(sid, OWNER, Instant.now().plus(remaining)));
  }
}
