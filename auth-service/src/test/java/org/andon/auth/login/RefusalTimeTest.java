package org.andon.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.andon.auth.AuthStack;
import org.andon.backing.Directory;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
@TestProfile(RefusalTimeTest.OneSecond.class)
class RefusalTimeTest {

  /** Far above what any refusal takes by itself, also on a busy machine. */
  public static class OneSecond implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("andon.login.refusal-time", "1s");
    }
  }

  private static final int TRIES = 3;

  @Test
  void a_refusal_takes_as_long_for_a_name_that_does_not_exist() {
    var unknown = leastMillis("nobody", "wrong");
    var wrong = leastMillis("op03", "wrong");
    var visitor = leastMillis("visitor", Directory.DEMO_PASSWORD);
    var disabled = leastMillis("disabled", Directory.DEMO_PASSWORD);
    var empty = leastMillis("op09", "");

    assertThat(List.of(unknown, wrong, visitor, disabled, empty))
        .allSatisfy(took -> assertThat(took).isBetween(1000L, 1250L));
  }

  /** Of a few, so that it is the service that is measured and not this machine's other work. */
  private static long leastMillis(String username, String password) {
    return LongStream.generate(() -> millis(username, password)).limit(TRIES).min().orElseThrow();
  }

  private static long millis(String username, String password) {
    long start = System.nanoTime();
    RestAssured.given()
        .contentType(ContentType.JSON)
        .body(Map.of("username", username, "password", password))
        .post("/api/auth/login")
        .then()
        .statusCode(401);
    return (System.nanoTime() - start) / 1_000_000;
  }
}
