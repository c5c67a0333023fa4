package org.andon.auth.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.auth.Browser.refreshWith;
import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.andon.auth.SessionsTopic;
import org.andon.auth.TestClock;
import org.andon.backing.Directory;
import org.andon.contracts.SessionRevoked;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class RevocationTest {

  /** After being noticed, every service is to know. */
  private static final Duration PROMISED = Duration.ofSeconds(2);

  @Inject TestClock clock;
  @Inject ObjectMapper json;
  AuthStack stack;
  Directory directory;

  @AfterEach
  void backToTheRealTime() {
    clock.reset();
  }

  @Test
  void a_logout_is_told_as_a_cloud_event_that_fits_its_schema() throws IOException {
    var browser = signedInAs("op21");

    browser.request().post("/api/auth/logout").then().statusCode(204);

    var record = theOnlyEventOf(browser);
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SessionRevoked.class.getResourceAsStream("/schemas/andon.sessions.v1.json"));
    assertThat(schema.validate(json.readTree(record.value()))).isEmpty();
    assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(record, "ce_id")).isEqualTo(browser.sessionId());
    assertThat(header(record, "ce_source")).isEqualTo("/andon/auth-service");
    assertThat(header(record, "ce_type")).isEqualTo("andon.session.revoked");
    assertThat(header(record, "ce_subject")).isEqualTo(browser.sessionId());
    assertThat(header(record, "content-type")).isEqualTo("application/json");
    assertThat(Instant.parse(header(record, "ce_time"))).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void it_says_whose_session_ended_why_and_when_no_token_of_it_can_be_valid_any_more()
      throws IOException {
    var browser = signedInAs("op21");
    var signedIn = Instant.now();

    browser.request().post("/api/auth/logout").then().statusCode(204);

    var event = data(theOnlyEventOf(browser));
    assertThat(event.get("sid").asText()).isEqualTo(browser.sessionId());
    assertThat(event.get("user_id").asText()).isEqualTo("op21@plant.example");
    assertThat(event.get("reason").asText()).isEqualTo("logged_out");
    assertThat(Instant.parse(event.get("until").asText()))
        .isBetween(signedIn.plus(Duration.ofMinutes(11)), signedIn.plus(Duration.ofMinutes(13)));
  }

  @Test
  void a_session_that_its_owner_ends_is_told() throws IOException {
    var lost = signedInAs("op21");

    signedInAs("op21")
        .request()
        .delete("/api/auth/sessions/" + lost.sessionId())
        .then()
        .statusCode(204);

    assertThat(reasonOf(lost)).isEqualTo("ended_by_user");
  }

  @Test
  void a_refresh_token_in_the_wrong_hands_is_told() throws IOException {
    var owner = signedInAs("op21");
    var stolen = owner.refreshToken();
    owner.take(owner.refresh());
    clock.advance(Duration.ofSeconds(11));

    refreshWith(stolen).then().statusCode(401);

    assertThat(reasonOf(owner)).isEqualTo("refresh_token_reused");
  }

  @Test
  void an_account_that_was_disabled_is_told_at_the_next_refresh() throws IOException {
    var browser = signedInAs("op22");
    directory.disable("op22@plant.example");

    browser.refresh().then().statusCode(401);

    directory.enable("op22@plant.example");
    assertThat(reasonOf(browser)).isEqualTo("account_refused");
  }

  @Test
  void a_session_is_told_of_long_after_its_last_token_has_expired() throws IOException {
    var lost = signedInAs("op21");
    clock.advance(Duration.ofHours(3));

    signedInAs("op21")
        .request()
        .delete("/api/auth/sessions/" + lost.sessionId())
        .then()
        .statusCode(204);

    assertThat(reasonOf(lost)).isEqualTo("ended_by_user");
  }

  @Test
  void a_session_that_ends_twice_is_told_once() {
    var browser = signedInAs("op21");
    var other = signedInAs("op21");
    browser.request().post("/api/auth/logout").then().statusCode(204);
    theOnlyEventOf(browser);

    other.request().delete("/api/auth/sessions/" + browser.sessionId()).then().statusCode(404);
    other.request().post("/api/auth/logout").then().statusCode(204);

    theOnlyEventOf(other);
    assertThat(SessionsTopic.eventsOf(browser.sessionId())).hasSize(1);
  }

  @Test
  void while_kafka_is_away_people_sign_in_and_out_and_it_is_told_afterwards() {
    var browser = signedInAs("op21");
    stack.stopKafka();
    Browser later;
    try {
      browser.request().post("/api/auth/logout").then().statusCode(204);
      browser.request().get("/api/auth/me").then().statusCode(401);
      later = signedInAs("op21");
      later.request().get("/api/auth/me").then().statusCode(200);
    } finally {
      stack.startKafkaAgain();
    }

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !SessionsTopic.eventsOf(browser.sessionId()).isEmpty());
    assertThat(SessionsTopic.eventsOf(later.sessionId())).isEmpty();
  }

  private String reasonOf(Browser browser) throws IOException {
    return data(theOnlyEventOf(browser)).get("reason").asText();
  }

  private static ConsumerRecord<String, String> theOnlyEventOf(Browser browser) {
    await().atMost(PROMISED).until(() -> !SessionsTopic.eventsOf(browser.sessionId()).isEmpty());
    var events = SessionsTopic.eventsOf(browser.sessionId());
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private JsonNode data(ConsumerRecord<String, String> record) throws IOException {
    return json.readTree(record.value());
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
