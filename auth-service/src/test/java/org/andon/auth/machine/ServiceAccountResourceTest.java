package org.andon.auth.machine;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.andon.auth.SessionsTopic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class ServiceAccountResourceTest {

  private Browser admin;

  @BeforeEach
  void signIn() {
    admin = signedInAs("admin");
  }

  @Test
  void the_secret_is_shown_once_and_the_account_shows_when_it_was_last_used() {
    var machine = Machine.create(admin, "Press 1");

    of(machine)
        .then()
        .statusCode(200)
        .body("name", equalTo("Press 1"))
        .body("user_id", equalTo("machine:" + machine.clientId()))
        .body("client_secret", nullValue())
        .body("last_used_at", nullValue());

    machine.token();

    of(machine).then().body("last_used_at", notNullValue());
    admin
        .request()
        .get(Machine.ACCOUNTS + "?limit=200")
        .then()
        .body("items.client_id", hasItem(machine.clientId()));
  }

  @Test
  void a_revoked_account_gets_no_token_and_those_it_has_end() {
    var machine = Machine.create(admin, "Press 2");
    var sid = sid(machine.token());

    admin.request().delete(place(machine)).then().statusCode(204);

    machine.askForToken().then().statusCode(401).body("error", equalTo("invalid_client"));
    of(machine).then().statusCode(404).body("code", equalTo("service_account_not_found"));
    await()
        .untilAsserted(
            () ->
                assertThat(SessionsTopic.eventsOf(sid))
                    .singleElement()
                    .satisfies(it -> assertThat(it.value()).contains("service_account_revoked")));
  }

  @Test
  void after_a_rotation_both_secrets_are_good_for_a_while() {
    var machine = Machine.create(admin, "Press 3");

    var answer = rotate(machine, Map.of());
    var next = Machine.of(answer);

    answer.then().statusCode(200).body("previous_valid_until", notNullValue());
    assertThat(next.secret()).isNotEqualTo(machine.secret());
    machine.token();
    next.token();
  }

  @Test
  void a_secret_that_has_leaked_is_replaced_at_once_with_its_tokens() {
    var machine = Machine.create(admin, "Press 4");
    var sid = sid(machine.token());

    var next = Machine.of(rotate(machine, Map.of("overlap_seconds", 0)));

    machine.askForToken().then().statusCode(401);
    next.token();
    await().untilAsserted(() -> assertThat(SessionsTopic.eventsOf(sid)).hasSize(1));
  }

  @Test
  void a_change_of_what_it_may_do_ends_the_tokens_that_say_otherwise() {
    var machine = Machine.create(admin, "Press 5");
    var sid = sid(machine.token());
    var template = UUID.randomUUID().toString();

    patch(machine, Map.of("scope", Map.of("templates", List.of(template)), "version", 1))
        .then()
        .statusCode(200)
        .body("scope.templates", hasItem(template))
        .body("version", equalTo(2));

    await().untilAsserted(() -> assertThat(SessionsTopic.eventsOf(sid)).hasSize(1));
    patch(machine, Map.of("name", "late", "version", 1))
        .then()
        .statusCode(409)
        .body("code", equalTo("version_conflict"));
  }

  @Test
  void an_account_ends_when_it_is_said_to() {
    Machine.post(admin, account("Press 6", Map.of("expires_at", "2020-01-01T00:00:00Z")))
        .then()
        .statusCode(422)
        .body("errors.field", hasItem("expires_at"));
    var machine = Machine.create(admin, "Press 6");

    patch(machine, Map.of("expires_at", "2099-01-01T00:00:00Z"))
        .then()
        .body("expires_at", startsWith("2099-01-01T00:00:00"));
    patch(machine, Map.of("expires_at", "")).then().body("expires_at", nullValue());
    patch(machine, Map.of("expires_at", "soon")).then().statusCode(422);
  }

  @Test
  void an_account_names_where_it_may_write_and_what_it_is_called() {
    refused("scope", Map.of("name", "x", "scope", Map.of()));
    refused("scope", Map.of("name", "x", "scope", Map.of("rooms", ids(51))));
    refused("scope", Map.of("name", "x"));
    refused("name", account(" ", Map.of()));
    refused("name", account("x".repeat(101), Map.of()));
    refused("name", account("a\u0000b", Map.of()));
    Machine.post(admin, Map.of("name", "x", "scope", Map.of("rooms", List.of("no id"))))
        .then()
        .statusCode(422);
  }

  @Test
  void what_admins_do_is_in_the_audit_and_nobody_else_does_it() {
    var machine = Machine.create(admin, "Press 7");
    rotate(machine, Map.of());
    patch(machine, Map.of("name", "Press 8"));
    admin.request().delete(place(machine)).then().statusCode(204);

    admin
        .request()
        .get("/api/auth/login-events?user_id=machine:" + machine.clientId())
        .then()
        .statusCode(200)
        .body(
            "items.event",
            hasItems(
                "service_account_created",
                "service_account_secret_rotated",
                "service_account_changed",
                "service_account_revoked"))
        .body("items.by", hasItem("admin@plant.example"));
    var user = signedInAs("op50");
    user.request().get(Machine.ACCOUNTS).then().statusCode(403);
    user.request().delete(place(machine)).then().statusCode(403);
    Machine.post(user, account("mine", Map.of())).then().statusCode(403);
    given().get(Machine.ACCOUNTS).then().statusCode(401);
  }

  private void refused(String field, Map<String, ?> account) {
    Machine.post(admin, account).then().statusCode(422).body("errors.field", hasItem(field));
  }

  private static List<String> ids(int count) {
    return Collections.nCopies(count, "").stream().map(_ -> UUID.randomUUID().toString()).toList();
  }

  private static Map<String, Object> account(String name, Map<String, ?> further) {
    var account = new HashMap<String, Object>(further);
    account.put("name", name);
    account.put("scope", Map.of("rooms", List.of(Machine.ROOM)));
    return account;
  }

  private Response of(Machine machine) {
    return admin.request().get(place(machine));
  }

  private Response rotate(Machine machine, Map<String, ?> how) {
    return admin.request().contentType(ContentType.JSON).body(how).post(place(machine) + "/secret");
  }

  private Response patch(Machine machine, Map<String, ?> change) {
    return admin.request().contentType(ContentType.JSON).body(change).patch(place(machine));
  }

  private static String place(Machine machine) {
    return Machine.ACCOUNTS + "/" + machine.clientId();
  }

  private static String sid(String token) {
    return new JsonPath(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8))
        .getString("sid");
  }
}
