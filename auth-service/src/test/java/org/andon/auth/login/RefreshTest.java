package org.andon.auth.login;

import static io.restassured.RestAssured.given;
import static org.andon.auth.Browser.refreshWith;
import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.andon.auth.TestClock;
import org.andon.backing.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class RefreshTest {

  private static final Duration BEYOND_GRACE = Duration.ofSeconds(11);

  @Inject TestClock clock;
  Directory directory;

  @AfterEach
  void backToTheRealTime() {
    clock.reset();
  }

  @Test
  void a_refresh_continues_the_session_with_new_tokens() {
    var browser = signedInAs("op02");
    var before = browser.refreshToken();

    var answer = browser.refresh();

    answer
        .then()
        .statusCode(200)
        .body("session_id", equalTo(browser.sessionId()))
        .body("user.user_id", equalTo("op02@plant.example"));
    assertThat(answer.cookie(Browser.COOKIE)).isNotBlank().isNotEqualTo(before);
    browser.take(answer).request().get("/api/auth/me").then().statusCode(200);
  }

  @Test
  void within_the_grace_a_used_token_gives_the_same_successor() {
    var browser = signedInAs("op02");

    var first = browser.refresh().cookie(Browser.COOKIE);
    var second = browser.refresh().cookie(Browser.COOKIE);

    assertThat(second).isEqualTo(first);
    refreshWith(second).then().statusCode(200);
  }

  @Test
  void tabs_that_refresh_at_once_all_get_the_same_successor() throws Exception {
    var browser = signedInAs("op02");

    try (var tabs = Executors.newFixedThreadPool(8)) {
      var refreshes =
          tabs.invokeAll(
              Stream.<Callable<Response>>generate(() -> browser::refresh).limit(8).toList());

      assertThat(refreshes)
          .extracting(refresh -> refresh.get().cookie(Browser.COOKIE))
          .doesNotContainNull()
          .containsOnly(refreshes.getFirst().get().cookie(Browser.COOKIE));
    }
  }

  @Test
  void a_tab_that_is_late_gets_the_newest_token_and_not_one_that_was_used_since() {
    var late = signedInAs("op02");
    var swift = new Browser().take(late.refresh());
    swift.take(swift.refresh());

    late.take(late.refresh());

    assertThat(late.refreshToken()).isEqualTo(swift.refreshToken());
    clock.advance(BEYOND_GRACE);
    late.refresh().then().statusCode(200);
  }

  @Test
  void a_used_token_that_comes_again_later_ends_the_session_for_everybody() {
    var owner = signedInAs("op02");
    var stolen = owner.refreshToken();
    owner.take(owner.refresh());
    clock.advance(BEYOND_GRACE);

    refreshWith(stolen).then().statusCode(401).body("code", equalTo("unauthenticated"));

    owner.refresh().then().statusCode(401);
    owner.request().get("/api/auth/me").then().statusCode(401);
  }

  @Test
  void a_token_used_before_the_last_one_is_known_too() {
    var owner = signedInAs("op02");
    var first = owner.refreshToken();
    for (int i = 0; i < 3; i++) {
      owner.take(owner.refresh());
      clock.advance(BEYOND_GRACE);
    }

    refreshWith(first).then().statusCode(401);

    owner.refresh().then().statusCode(401);
  }

  @Test
  void a_token_nobody_gave_out_ends_nothing() {
    var owner = signedInAs("op02");

    refreshWith("guess").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    given().post("/api/auth/refresh").then().statusCode(401);

    owner.refresh().then().statusCode(200);
  }

  @Test
  void a_session_left_alone_for_longer_than_a_shift_is_over() {
    var browser = signedInAs("op02");
    clock.advance(Duration.ofHours(11).plusMinutes(59));
    browser.take(browser.refresh());

    clock.advance(Duration.ofHours(12).plusSeconds(1));

    browser.refresh().then().statusCode(401);
  }

  @Test
  void a_session_that_is_always_refreshed_ends_after_a_week() {
    var browser = signedInAs("op02");
    for (int day = 0; day < 14; day++) {
      var answer = browser.refresh();
      answer.then().statusCode(200);
      browser.take(answer);
      clock.advance(Duration.ofHours(11).plusMinutes(59));
    }
    var last = browser.refresh();
    assertThat(last.detailedCookie(Browser.COOKIE).getMaxAge()).isLessThan(3600);

    clock.advance(Duration.ofHours(1));

    browser.take(last).refresh().then().statusCode(401);
  }

  @Test
  void an_account_that_was_disabled_loses_its_session_at_the_next_refresh() {
    var browser = signedInAs("op10");
    directory.disable("op10@plant.example");

    browser.refresh().then().statusCode(401).body("code", equalTo("unauthenticated"));

    directory.enable("op10@plant.example");
    browser.refresh().then().statusCode(401);
  }

  @Test
  void after_a_logout_neither_token_is_of_use_and_the_cookie_is_gone() {
    var browser = signedInAs("op02");

    var answer = browser.request().post("/api/auth/logout");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.detailedCookie(Browser.COOKIE).getMaxAge()).isZero();
    browser.refresh().then().statusCode(401);
    browser.request().get("/api/auth/me").then().statusCode(401);
  }

  @Test
  void me_is_who_signed_in() {
    signedInAs("wang.fang@plant.example")
        .request()
        .get("/api/auth/me")
        .then()
        .statusCode(200)
        .body("user_id", equalTo("wang.fang@plant.example"))
        .body("display_name", equalTo("王芳"))
        .body("department", equalTo("品質"))
        .body("roles", contains("user"));
  }
}
