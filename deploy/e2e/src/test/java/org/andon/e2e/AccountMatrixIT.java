package org.andon.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.andon.testkit.RoomClient;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every call of auth-service's table, by everyone who may try it; and what a session's end does.
 */
@ExtendWith(SharedStack.class)
class AccountMatrixIT {
  private static final Duration PROMISED = Duration.ofSeconds(2);
  private static final String VICTIM = "op11@plant.example";

  private final Stack stack;
  private final Person admin;
  private final Person user;

  AccountMatrixIT(Stack stack) {
    this.stack = stack;
    admin = Person.signIn(stack, "admin");
    user = Person.signIn(stack, "op12");
  }

  @ParameterizedTest(name = "{0}: admin {1}, user {2}, no token {3}")
  @CsvSource({
    "who am I,                  200, 200, 401",
    "own sessions,              200, 200, 401",
    "end own session,           404, 404, 401",
    "sessions of anyone,        200, 403, 401",
    "end one session of anyone, 404, 403, 401",
    "end all of anyone,         204, 403, 401",
    "login events,              200, 403, 401",
    "find people,               200, 200, 401",
    "look somebody up,          200, 200, 401",
    "keys,                      200, 200, 200",
    "refresh without cookie,    401, 401, 401",
  })
  void a_role_decides(String call, int byAdmin, int byUser, int byNobody) {
    SoftAssertions answers = new SoftAssertions();
    answers.assertThat(answer(call, admin.request())).as("admin").isEqualTo(byAdmin);
    answers.assertThat(answer(call, user.request())).as("user").isEqualTo(byUser);
    answers.assertThat(answer(call, nobody())).as("no token").isEqualTo(byNobody);
    answers.assertAll();
  }

  private RequestSpecification nobody() {
    return given().baseUri(stack.gateway().toString());
  }

  /** The status; whatever is refused is refused as a problem. */
  private static int answer(String call, RequestSpecification request) {
    Response response = perform(call, request);
    if (response.statusCode() >= 400) {
      assertThat(response.contentType()).startsWith("application/problem+json");
      assertThat(response.<String>path("code")).isNotBlank();
    }
    return response.statusCode();
  }

  private static Response perform(String call, RequestSpecification request) {
    String ofVictim = "/api/auth/users/" + VICTIM + "/sessions";
    return switch (call) {
      case "who am I" -> request.get("/api/auth/me");
      case "own sessions" -> request.get("/api/auth/sessions");
      case "end own session" -> request.delete("/api/auth/sessions/" + UUID.randomUUID());
      case "sessions of anyone" -> request.get(ofVictim);
      case "end one session of anyone" -> request.delete(ofVictim + "/" + UUID.randomUUID());
      case "end all of anyone" -> request.delete(ofVictim);
      case "login events" -> request.get("/api/auth/login-events");
      case "find people" -> request.get("/api/users?q=李");
      case "look somebody up" -> request.get("/api/users/li.wei@plant.example");
      case "keys" -> request.get("/api/auth/jwks");
      case "refresh without cookie" -> request.post("/api/auth/refresh");
      default -> throw new IllegalArgumentException(call);
    };
  }

  @Test
  void a_browser_signs_in_refreshes_and_signs_out() {
    Response login = login("op13", "andon-demo");
    login
        .then()
        .statusCode(200)
        .body("token_type", equalTo("Bearer"))
        .body("user.user_id", equalTo("op13@plant.example"));
    assertThat(login.detailedCookie("andon_refresh").isHttpOnly()).isTrue();

    Response refreshed =
        nobody().cookie("andon_refresh", login.cookie("andon_refresh")).post("/api/auth/refresh");
    refreshed.then().statusCode(200).body("session_id", equalTo(login.path("session_id")));

    String token = refreshed.path("access_token");
    nobody().auth().oauth2(token).post("/api/auth/logout").then().statusCode(204);
    nobody().auth().oauth2(token).get("/api/auth/me").then().statusCode(401);
    nobody()
        .cookie("andon_refresh", refreshed.cookie("andon_refresh"))
        .post("/api/auth/refresh")
        .then()
        .statusCode(401);
  }

  @Test
  void a_session_that_an_admin_ends_is_over_at_every_service_and_on_its_sockets() {
    Person victim = Person.signIn(stack, "op14");
    UUID room = victim.createRoom("烤箱", Map.of());
    try (RoomClient socket = victim.open(room);
        RoomClient other = victim.open(stack.messagingPods().getLast(), room)) {
      socket.next("welcome");
      other.next("welcome");

      admin.request().delete("/api/auth/users/op14@plant.example/sessions").then().statusCode(204);

      await()
          .atMost(PROMISED)
          .untilAsserted(
              () -> {
                refused(victim, "/api/auth/me");
                refused(victim, "/api/rooms/" + room);
                refused(victim, "/api/rooms/" + room + "/messages");
                refused(victim, "/api/rooms/" + room + "/files");
              });
      assertThat(socket.closeCode()).isEqualTo(4401);
      assertThat(other.closeCode()).isEqualTo(4401);
    }
    assertThat(RoomClient.refusal(stack.gateway(), "/ws/" + room, victim.token())).isEqualTo(401);
    Person.signIn(stack, "op14").request().get("/api/rooms/{room}", room).then().statusCode(200);
  }

  private static void refused(Person person, String path) {
    person
        .request()
        .get(path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("unauthenticated"));
  }

  @Test
  void guessing_is_throttled_and_on_record_and_a_stranger_locks_nobody_out() {
    String known = login("op15", "andon-demo").cookie("andon_device");
    for (int i = 0; i < 5; i++) {
      login("op15", "guess " + i)
          .then()
          .statusCode(401)
          .body("code", equalTo("invalid_credentials"));
    }

    Response refused = login("op15", "guess");

    refused.then().statusCode(429).body("code", equalTo("too_many_attempts"));
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    login("op15", "andon-demo", known).then().statusCode(200);
    admin
        .request()
        .queryParams(Map.of("user_id", "op15@plant.example", "event", "login_failed"))
        .get("/api/auth/login-events")
        .then()
        .body("items.reason", hasItems("wrong_password"))
        .body("items.address.unique()", contains("127.0.0.1"));
  }

  private Response login(String username, String password) {
    return login(username, password, "none");
  }

  private Response login(String username, String password, String device) {
    return nobody()
        .cookie("andon_device", device)
        .contentType("application/json")
        .body(Map.of("username", username, "password", password))
        .post("/api/auth/login");
  }
}
