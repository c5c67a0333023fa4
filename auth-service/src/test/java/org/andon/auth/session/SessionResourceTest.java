package org.andon.auth.session;

import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class SessionResourceTest {

  private static final String MILLISECONDS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  @Test
  void a_session_says_when_and_from_where_it_was_opened() {
    var answer =
        RestAssured.given()
            .header("User-Agent", "Tablet/3")
            .header("X-Forwarded-For", "203.0.113.7")
            .header("Forwarded", "for=198.51.100.1")
            .contentType(ContentType.JSON)
            .body("{\"username\":\"op11\",\"password\":\"andon-demo\"}")
            .post("/api/auth/login");

    new Browser()
        .take(answer)
        .request()
        .get("/api/auth/sessions")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].session_id", equalTo(answer.path("session_id")))
        .body("items[0].address", equalTo("203.0.113.7"))
        .body("items[0].device", equalTo("Tablet/3"))
        .body("items[0].current", equalTo(true))
        .body("items[0].created_at", matchesPattern(MILLISECONDS))
        .body("items[0].last_seen_at", matchesPattern(MILLISECONDS))
        .body("items[0].expires_at", matchesPattern(MILLISECONDS))
        .body("pagination.has_more", equalTo(false));
  }

  @Test
  void a_user_sees_own_sessions_newest_first_page_by_page() {
    var first = signedInAs("op12");
    var second = signedInAs("op12");
    var stranger = signedInAs("op13");

    var page = second.request().get("/api/auth/sessions?limit=1");
    page.then()
        .body("items.session_id", contains(second.sessionId()))
        .body("pagination.limit", equalTo(1))
        .body("pagination.has_more", equalTo(true));
    second
        .request()
        .get("/api/auth/sessions?cursor=" + page.path("pagination.next"))
        .then()
        .body("items.session_id", contains(first.sessionId()))
        .body("items.current", contains(false))
        .body("items.session_id", not(hasItem(stranger.sessionId())));
  }

  @Test
  void ending_a_session_shuts_that_device_out_and_no_other() {
    var lost = signedInAs("op14");
    var here = signedInAs("op14");

    here.request().delete("/api/auth/sessions/" + lost.sessionId()).then().statusCode(204);

    lost.request().get("/api/auth/me").then().statusCode(401);
    lost.refresh().then().statusCode(401);
    here.request().get("/api/auth/me").then().statusCode(200);
    here.request()
        .delete("/api/auth/sessions/" + lost.sessionId())
        .then()
        .statusCode(404)
        .body("code", equalTo("session_not_found"));
  }

  @Test
  void nobody_ends_a_session_of_somebody_else() {
    var victim = signedInAs("op15");

    signedInAs("op16")
        .request()
        .delete("/api/auth/sessions/" + victim.sessionId())
        .then()
        .statusCode(404);

    victim.request().get("/api/auth/me").then().statusCode(200);
  }

  @Test
  void a_session_that_was_never_there_is_not_found() {
    var browser = signedInAs("op17");

    for (var id : new String[] {UUID.randomUUID().toString(), "42", "not-a-uuid", "1-1-1-1-1"}) {
      browser
          .request()
          .delete("/api/auth/sessions/" + id)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("code", equalTo("session_not_found"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "abc", "1.5", "1e2", "٣"})
  void a_limit_out_of_bounds_is_named(String limit) {
    signedInAs("op18")
        .request()
        .queryParam("limit", limit)
        .get("/api/auth/sessions")
        .then()
        .statusCode(422)
        .body("code", equalTo("invalid_field"))
        .body("errors.field", contains("limit"));
  }

  @Test
  void a_cursor_that_is_none_is_named() {
    var answer = signedInAs("op18").request().get("/api/auth/sessions?cursor=x");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.<String>path("errors[0].field")).isEqualTo("cursor");
  }
}
