package org.andon.messaging.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.andon.contracts.TopicNames;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.RoomTopic;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class RevocationTest {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final String WEI = "wei." + UUID.randomUUID() + "@plant.example";

  @TestHTTPResource("/")
  URI base;

  private final UUID session = UUID.randomUUID();
  private final String token = Tokens.ofSession(WEI, session, LIFETIME);

  @Test
  void the_sockets_of_a_revoked_session_close_and_others_of_the_same_user_stay() {
    UUID room = aRoom();
    try (RoomClient ofTheSession = RoomClient.open(base, room, token, "");
        RoomClient feed = RoomClient.openFeed(base, token);
        RoomClient ofAnother = RoomClient.open(base, room, Tokens.of(WEI), "")) {
      revoke(Instant.now().plus(LIFETIME));

      Instant begun = Instant.now();
      assertThat(ofTheSession.closeCode()).isEqualTo(4401);
      assertThat(feed.closeCode()).isEqualTo(4401);
      assertThat(Duration.between(begun, Instant.now())).isLessThan(SOON);
      ofAnother.send("{\"type\":\"ping\"}").next("pong");
    }
  }

  @Test
  void a_revoked_session_gets_no_answer_and_no_socket() {
    UUID room = aRoom();
    unread(200);

    revoke(Instant.now().plus(LIFETIME));

    await().atMost(SOON).untilAsserted(() -> unread(401));
    assertThat(RoomClient.refusal(base, "/ws/" + room, token)).isEqualTo(401);
  }

  @Test
  void it_is_forgotten_once_no_token_of_it_can_be_valid() {
    unread(200);

    revoke(Instant.now().plus(SOON));

    await().atMost(SOON).untilAsserted(() -> unread(401));
    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> unread(200));
  }

  @Test
  void a_record_that_is_no_event_of_ours_keeps_nobody_from_hearing_the_next() {
    tell("{");
    tell("[]");
    tell("{\"sid\":null,\"until\":\"tomorrow\"}");

    revoke(Instant.now().plus(LIFETIME));

    await().atMost(SOON).untilAsserted(() -> unread(401));
  }

  private UUID aRoom() {
    UUID room = UUID.randomUUID();
    RoomTopic.announce(room, 1, Map.of(WEI, "OWNER"));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .auth()
                    .oauth2(Tokens.of(WEI))
                    .get("/api/rooms/" + room + "/presence")
                    .then()
                    .statusCode(200));
    return room;
  }

  private void unread(int status) {
    given().auth().oauth2(token).get("/api/me/unread").then().statusCode(status);
  }

  private void revoke(Instant until) {
    tell(
        """
        {"sid":"%s","user_id":"%s","reason":"logged_out","until":"%s"}\
        """
            .formatted(session, WEI, until));
  }

  private void tell(String value) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Backing.kafkaServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(TopicNames.SESSIONS, session.toString(), value)).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
