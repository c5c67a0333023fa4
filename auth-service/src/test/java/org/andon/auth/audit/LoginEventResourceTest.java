package org.andon.auth.audit;

import static org.andon.auth.Browser.login;
import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.andon.auth.AuthStack;
import org.andon.auth.TestClock;
import org.andon.backing.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class LoginEventResourceTest {

  @Inject TestClock clock;
  @Inject Forgetting forgetting;

  @AfterEach
  void backToTheRealTime() {
    clock.reset();
  }

  @Test
  void a_login_and_the_end_of_its_session_say_who_when_and_from_where() {
    var start = Instant.now().minusMillis(1);
    String sessionId =
        RestAssured.given()
            .header("X-Forwarded-For", "203.0.113.8")
            .header("User-Agent", "Tablet/3")
            .contentType(ContentType.JSON)
            .body(Map.of("username", "op38", "password", Directory.DEMO_PASSWORD))
            .post("/api/auth/login")
            .path("session_id");
    var admin = signedInAs("admin");
    admin.request().delete("/api/auth/users/op38@plant.example/sessions").then().statusCode(204);

    var answer =
        admin
            .request()
            .queryParams(Map.of("user_id", "OP38@plant.example", "from", start.toString()))
            .get("/api/auth/login-events");

    answer
        .then()
        .statusCode(200)
        .body("items.event", contains("session_revoked", "login"))
        .body("items.user_id", everyItem(equalTo("op38@plant.example")))
        .body("items.session_id", contains(sessionId, sessionId))
        .body("items.reason", contains("ended_by_admin", null))
        .body("items.by", contains("admin@plant.example", "op38@plant.example"))
        .body("items[1].address", equalTo("203.0.113.8"))
        .body("items[1].device", equalTo("Tablet/3"));
    assertThat(Instant.parse(answer.path("items[1].occurred_at"))).isBetween(start, Instant.now());
  }

  @ParameterizedTest
  @CsvSource({
    "op39, wrong, login_failed, wrong_password, op39@plant.example",
    "op39, '', login_failed, no_password,",
    "nobody-is-called-so, x, login_failed, unknown_user,",
    "disabled, andon-demo, login_refused, account_disabled, disabled@plant.example",
    "visitor, andon-demo, login_refused, not_permitted, visitor@plant.example",
    "op30@plant.example, andon-demo, login_refused, ambiguous_name,",
  })
  void what_did_not_work_is_there_with_its_reason(
      String username, String password, String event, String reason, String userId) {
    var start = Instant.now().minusMillis(1);
    login(username, password).then().statusCode(401);

    events(Map.of("from", start.toString(), "event", event))
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].reason", equalTo(reason))
        .body("items[0].user_id", equalTo(userId))
        .body("items[0].session_id", nullValue());
  }

  @Test
  void neither_a_password_nor_a_name_that_may_be_one_is_kept() {
    login("My-Secret-Passw0rd", "Other-Secret-Passw0rd").then().statusCode(401);

    var listed = events(Map.of("limit", "200")).extract().asString();

    assertThat(listed).contains("unknown_user").doesNotContain("Secret-Passw0rd");
  }

  @Test
  void the_list_comes_in_pages_newest_first() {
    for (int i = 0; i < 3; i++) {
      signedInAs("op40");
    }
    var whole = events(Map.of("user_id", "op40@plant.example")).extract();

    var first = events(Map.of("user_id", "op40@plant.example", "limit", "2")).extract();
    var rest =
        events(Map.of("user_id", "op40@plant.example", "cursor", first.path("pagination.next")));

    assertThat(whole.<List<String>>path("items.event_id"))
        .isSortedAccordingTo(Comparator.reverseOrder())
        .startsWith(first.<List<String>>path("items.event_id").toArray(String[]::new));
    rest.body("items.event_id", contains(whole.<String>path("items[2].event_id")));
  }

  @Test
  void a_time_is_a_bound_on_either_side() {
    signedInAs("op41");
    String login =
        events(Map.of("user_id", "op41@plant.example")).extract().path("items[0].occurred_at");

    events(Map.of("user_id", "op41@plant.example", "from", login)).body("items", hasSize(1));
    events(Map.of("user_id", "op41@plant.example", "to", login)).body("items", empty());
    events(Map.of("user_id", "op41@plant.example", "to", "2026-01-01T00:00:00+08:00"))
        .body("items", empty());
  }

  @ParameterizedTest
  @CsvSource({
    "from, yesterday",
    "to, 2026-13-01T00:00:00Z",
    "from, +999999999-01-01T00:00:00Z",
    "from, 2026-11-22",
    "event, logins",
    "limit, 201",
    "cursor, 5",
  })
  void a_parameter_that_makes_no_sense_is_named(String field, String value) {
    events(Map.of(field, value))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.field", contains(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "' or true --", "陳美"})
  void an_odd_user_id_is_nobody(String userId) {
    events(Map.of("user_id", userId)).statusCode(200).body("items", empty());
  }

  @Test
  void only_admins_read_it() {
    signedInAs("op42").request().get("/api/auth/login-events").then().statusCode(403);
    RestAssured.get("/api/auth/login-events").then().statusCode(401);
  }

  @Test
  void what_is_older_than_a_year_is_forgotten() {
    var old = signedInAs("op43");
    clock.advance(Duration.ofDays(366));
    var recent = signedInAs("op43");

    forgetting.forget();

    clock.reset();
    events(Map.of("user_id", "op43@plant.example"))
        .body("items.session_id", hasItem(recent.sessionId()))
        .body("items.session_id", not(hasItem(old.sessionId())));
  }

  private static ValidatableResponse events(Map<String, ?> parameters) {
    return signedInAs("admin")
        .request()
        .queryParams(parameters)
        .get("/api/auth/login-events")
        .then();
  }
}
