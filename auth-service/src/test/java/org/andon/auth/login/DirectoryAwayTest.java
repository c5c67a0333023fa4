package org.andon.auth.login;

import static org.andon.auth.Browser.login;
import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.function.Supplier;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.andon.backing.Directory;
import org.andon.testkit.StallingLink;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class DirectoryAwayTest {

  private static final long PROMISED_MILLIS = 5000;

  Directory directory;
  StallingLink link;

  @Test
  void while_the_directory_is_down_callers_are_told_to_come_back_and_sessions_are_kept() {
    var browser = signedInAs("op03");

    directory.stop();
    try {
      assertUnavailable(() -> login("op03", Directory.DEMO_PASSWORD));
      assertUnavailable(browser::refresh);
      assertUnavailable(() -> browser.request().get("/api/users?q=op"));
      assertUnavailable(() -> browser.request().get("/api/users/op03@plant.example"));
      browser.request().get("/api/auth/me").then().statusCode(200);
    } finally {
      directory.startAgain();
    }

    browser.refresh().then().statusCode(200);
    login("op03", Directory.DEMO_PASSWORD).then().statusCode(200);
  }

  @Test
  void a_directory_that_hangs_is_given_up_in_time() {
    var browser = signedInAs("op03");

    link.stall();
    try {
      assertUnavailable(() -> login("op03", Directory.DEMO_PASSWORD));
      assertUnavailable(browser::refresh);
    } finally {
      link.resume();
    }

    browser.refresh().then().statusCode(200);
    login("op03", Directory.DEMO_PASSWORD).then().statusCode(200);
  }

  private static void assertUnavailable(Supplier<Response> call) {
    long start = System.nanoTime();

    var answer = call.get();

    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(PROMISED_MILLIS);
    answer
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("2"))
        .body("code", equalTo("directory_unavailable"));
    assertThat(answer.cookie(Browser.COOKIE)).isNull();
  }
}
