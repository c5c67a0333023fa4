package org.andon.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.andon.auth.TestClock;
import org.andon.backing.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
@TestProfile(LoginThrottleTest.DefaultLimits.class)
class LoginThrottleTest {

  /** Each test has an address of its own, so that it starts with all attempts. */
  public static class DefaultLimits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "andon.login-throttle.per-name-and-address", "5",
          "andon.login-throttle.per-account", "4",
          "andon.login-throttle.per-address", "10",
          "andon.login-throttle.per-address-in-all", "30");
    }
  }

  private static final String WRONG = "wrong";
  private static final String RIGHT = Directory.DEMO_PASSWORD;

  @Inject TestClock clock;
  Directory directory;

  @AfterEach
  void backToTheRealTime() {
    clock.reset();
  }

  @Test
  void after_a_few_wrong_passwords_even_the_right_one_has_to_wait() {
    login("op01", RIGHT, "198.51.100.1").then().statusCode(200);
    fail("op01", "198.51.100.1", 5);

    var answer = login("op01", RIGHT, "198.51.100.1");

    answer
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .body("code", equalTo("too_many_attempts"));
    var seconds = Integer.parseInt(answer.header("Retry-After"));
    assertThat(seconds).isBetween(1, 181);
    clock.advance(Duration.ofSeconds(seconds));
    login("op01", RIGHT, "198.51.100.1").then().statusCode(200);
  }

  @Test
  void who_has_to_wait_is_counted_and_not_named() {
    fail("guessed.by.many", "198.51.100.90", 5);

    login("guessed.by.many", WRONG, "198.51.100.90").then().statusCode(429);

    RestAssured.get("/q/metrics")
        .then()
        .body(matchesPattern("(?s).*andon_logins_total\\{outcome=\"throttled\"\\} [1-9].*"))
        .body(not(containsString("guessed.by.many")));
  }

  @ParameterizedTest
  @CsvSource({"op02, 198.51.100.2", "nobody-of-this-name, 198.51.100.3"})
  void a_name_that_does_not_exist_is_throttled_alike(String name, String address) {
    fail(name, address, 5);

    login(name + "@plant.example", WRONG, address).then().statusCode(429);
    login(name.toUpperCase(Locale.ROOT), WRONG, address).then().statusCode(429);
  }

  @Test
  void a_stranger_does_not_lock_out_somebody_at_their_usual_address() {
    login("op04", RIGHT, "198.51.100.5").then().statusCode(200);

    failFromManyAddresses("op04", "198.18.0.");

    login("op04", RIGHT, "198.51.100.5").then().statusCode(200);
  }

  @Test
  void a_stranger_behind_the_same_address_does_not_lock_out_a_browser_that_is_known() {
    var first = login("op05", RIGHT, "198.51.100.6");
    var cookie = first.detailedCookie("andon_device");
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.isSecured()).isTrue();
    assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
    fail("op05", "198.51.100.6", 5);
    login("op05", RIGHT, "198.51.100.6").then().statusCode(429);

    loginWith(cookie.getValue(), "op05", RIGHT, "198.51.100.6").then().statusCode(200);
    loginWith(cookie.getValue(), "op05", RIGHT, "198.51.100.7").then().statusCode(200);
  }

  @Test
  void a_known_browser_does_not_guess_without_end_either() {
    var cookie = login("op06", RIGHT, "198.51.100.8").cookie("andon_device");
    for (int i = 0; i < 10; i++) {
      loginWith(cookie, "op06", WRONG, "198.51.100.8").then().statusCode(401);
    }

    loginWith(cookie, "op06", RIGHT, "198.51.100.8").then().statusCode(429);
    loginWith(cookie, "op07", RIGHT, "198.51.100.8").then().statusCode(200);
  }

  @Test
  void guesses_from_many_addresses_are_few_all_the_same() {
    failFromManyAddresses("op08", "198.18.1.");

    login("op08", RIGHT, "198.51.100.9").then().statusCode(401);
  }

  @Test
  void one_address_does_not_try_one_password_on_everybody() throws Exception {
    assertThat(refusedOf(40, "somebody", "198.51.100.10")).isBetween(30, 32);

    login("op10", RIGHT, "198.51.100.11").then().statusCode(200);
  }

  @Test
  void whether_it_has_to_wait_does_not_depend_on_who_is_known_there() throws Exception {
    var device = login("op15", RIGHT, "198.51.100.16").cookie("andon_device");
    refusedOf(40, "somebody", "198.51.100.16");

    login("op15", RIGHT, "198.51.100.16").then().statusCode(429);
    login("nobody", RIGHT, "198.51.100.16").then().statusCode(429);
    loginWith(device, "op15", RIGHT, "198.51.100.16").then().statusCode(200);
  }

  @Test
  void guesses_at_many_accounts_that_are_new_to_an_address_are_fewer_and_nothing_tells_when() {
    login("op16", RIGHT, "198.51.100.17").then().statusCode(200);
    for (int i = 20; i < 30; i++) {
      login("op" + i, WRONG, "198.51.100.17").then().statusCode(401);
    }

    login("op32", RIGHT, "198.51.100.17").then().statusCode(401);
    login("op31", RIGHT, "198.51.100.17").then().statusCode(401);
    login("op16", RIGHT, "198.51.100.17").then().statusCode(200);
    login("op31", RIGHT, "198.51.100.18").then().statusCode(200);
  }

  /** How many of these names, at once, were answered as wrong; the others had to wait. */
  private static int refusedOf(int names, String prefix, String address) throws Exception {
    try (var threads = Executors.newFixedThreadPool(20)) {
      var answers =
          threads.invokeAll(
              IntStream.range(0, names)
                  .<Callable<Integer>>mapToObj(
                      i -> () -> login(prefix + i, WRONG, address).statusCode())
                  .toList());
      int refused = 0;
      for (var answer : answers) {
        assertThat(answer.get()).isIn(401, 429);
        refused += answer.get() == 401 ? 1 : 0;
      }
      return refused;
    }
  }

  @Test
  void many_guesses_at_once_are_no_more_than_one_after_the_other() throws Exception {
    try (var threads = Executors.newFixedThreadPool(20)) {
      var answers =
          threads.invokeAll(
              Stream.<Callable<Response>>generate(() -> () -> login("op11", WRONG, "198.51.100.12"))
                  .limit(20)
                  .toList());

      var refused = 0;
      for (var answer : answers) {
        refused += answer.get().statusCode() == 401 ? 1 : 0;
      }
      assertThat(refused).isEqualTo(5);
    }
  }

  @Test
  void the_right_password_clears_what_was_mistyped_before() {
    for (int round = 0; round < 3; round++) {
      fail("op12", "198.51.100.13", 2);
      login("op12", RIGHT, "198.51.100.13").then().statusCode(200);
    }
    fail("op12", "198.51.100.13", 5);
  }

  @Test
  void a_directory_that_is_away_uses_up_nobodys_attempts() {
    directory.stop();
    try {
      for (int i = 0; i < 7; i++) {
        login("op13", RIGHT, "198.51.100.14").then().statusCode(503);
      }
    } finally {
      directory.startAgain();
    }

    login("op13", RIGHT, "198.51.100.14").then().statusCode(200);
  }

  @Test
  void a_flood_of_refusals_is_on_record_without_filling_it() {
    var start = Instant.now().minusMillis(1);
    fail("nobody-either", "198.51.100.15", 5);
    for (int i = 0; i < 20; i++) {
      login("nobody-either", WRONG, "198.51.100.15").then().statusCode(429);
    }

    Browser.signedInAs("admin")
        .request()
        .queryParams(Map.of("event", "login_refused", "from", start.toString()))
        .get("/api/auth/login-events")
        .then()
        .body(
            "items.findAll { it.reason == 'too_many_attempts' && it.address == '198.51.100.15' }",
            hasSize(lessThanOrEqualTo(5)))
        .body("items.find { it.address == '198.51.100.15' }.reason", equalTo("too_many_attempts"))
        .body("items.find { it.address == '198.51.100.15' }.name_digest", matchesPattern("\\w{6}"));
  }

  private static void fail(String username, String address, int times) {
    for (int i = 0; i < times; i++) {
      login(username, WRONG, address).then().statusCode(401);
    }
  }

  private static void failFromManyAddresses(String username, String network) {
    for (int host = 1; host < 12; host++) {
      login(username, WRONG, network + host).then().statusCode(401);
    }
  }

  private static Response login(String username, String password, String address) {
    return loginWith("none", username, password, address);
  }

  private static Response loginWith(
      String device, String username, String password, String address) {
    return RestAssured.given()
        .header("X-Forwarded-For", address)
        .cookie("andon_device", device)
        .contentType(ContentType.JSON)
        .body(Map.of("username", username, "password", password))
        .post("/api/auth/login");
  }
}
