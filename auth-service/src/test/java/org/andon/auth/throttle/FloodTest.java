package org.andon.auth.throttle;

import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.andon.auth.AuthStack;
import org.junit.jupiter.api.Test;

/** More refused logins than the database could take, which is slow here, or held up altogether. */
@QuarkusTest
@QuarkusTestResource(AuthStack.class)
@TestProfile(FloodTest.SlowMachine.class)
class FloodTest {

  public static class SlowMachine extends LoginThrottleTest.DefaultLimits {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("andon.login-throttle.remembered", "60s");
      settings.put("andon.login.refusal-time", "50ms");
      return settings;
    }
  }

  private static final int FLOOD = 40;

  @Inject DataSource database;

  @Test
  void who_has_no_attempts_left_is_told_so_without_the_database() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(login("nobody", "198.51.100.40")).isEqualTo(401);
    }
    // The first few are noted in the audit.
    for (int i = 0; i < 6; i++) {
      assertThat(login("nobody", "198.51.100.40")).isEqualTo(429);
    }

    assertThat(whileTheThrottleIsLocked(i -> "198.51.100.40", () -> {})).containsOnly(429);
  }

  @Test
  void a_flood_leaves_the_database_to_those_who_are_signed_in() throws Exception {
    var browser = signedInAs("op39");

    var answers =
        whileTheThrottleIsLocked(
            i -> "198.18.40." + i,
            () -> {
              for (int i = 0; i < 5; i++) {
                browser.request().get("/api/auth/me").then().statusCode(200);
              }
            });

    assertThat(answers).contains(503);
    assertThatCode(() -> login("nobody", "198.51.100.41")).doesNotThrowAnyException();
  }

  private List<Integer> whileTheThrottleIsLocked(IntFunction<String> address, Runnable meanwhile)
      throws Exception {
    List<Future<Integer>> answers;
    try (var threads = Executors.newFixedThreadPool(FLOOD)) {
      try (var connection = database.getConnection();
          var lock = connection.createStatement()) {
        connection.setAutoCommit(false);
        lock.execute("lock table login_throttle in access exclusive mode");
        answers =
            IntStream.range(0, FLOOD)
                .<Callable<Integer>>mapToObj(i -> () -> login("nobody", address.apply(i)))
                .map(threads::submit)
                .toList();
        answers.getLast().get();
        meanwhile.run();
        connection.rollback();
      }
    }
    List<Integer> codes = new ArrayList<>();
    for (var answer : answers) {
      codes.add(answer.get());
    }
    return codes;
  }

  private static int login(String username, String address) {
    return RestAssured.given()
        .header("X-Forwarded-For", address)
        .contentType(ContentType.JSON)
        .body(Map.of("username", username, "password", "wrong"))
        .post("/api/auth/login")
        .statusCode();
  }
}
