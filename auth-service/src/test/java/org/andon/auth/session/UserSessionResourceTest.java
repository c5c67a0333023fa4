package org.andon.auth.session;

import static org.andon.auth.Browser.signedInAs;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.UUID;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class UserSessionResourceTest {

  private static final String OF_USER = "/api/auth/users/{user}/sessions";

  @Test
  void an_admin_sees_the_sessions_of_anyone() {
    var older = signedInAs("op32");
    var newer = signedInAs("op32");

    signedInAs("admin")
        .request()
        .get(OF_USER, "OP32@plant.example")
        .then()
        .statusCode(200)
        .body("items.session_id", contains(newer.sessionId(), older.sessionId()))
        .body("items.current", contains(false, false));
  }

  @Test
  void an_admin_knows_the_own_current_session_among_them() {
    var admin = signedInAs("admin");

    admin
        .request()
        .get(OF_USER, "admin@plant.example")
        .then()
        .body("items.findAll { it.current }.session_id", contains(admin.sessionId()));
  }

  @Test
  void an_admin_ends_one_session_of_anyone_and_leaves_the_others() {
    var lost = signedInAs("op33");
    var kept = signedInAs("op33");
    var admin = signedInAs("admin");

    admin
        .request()
        .delete(OF_USER + "/{id}", "op33@plant.example", lost.sessionId())
        .then()
        .statusCode(204);

    isOut(lost);
    kept.request().get("/api/auth/me").then().statusCode(200);
  }

  @Test
  void an_admin_ends_all_sessions_of_anyone() {
    var one = signedInAs("op34");
    var other = signedInAs("op34");
    var colleague = signedInAs("op35");
    var admin = signedInAs("admin");

    admin.request().delete(OF_USER, "op34@plant.example").then().statusCode(204);

    isOut(one);
    isOut(other);
    colleague.request().get("/api/auth/me").then().statusCode(200);
    admin.request().delete(OF_USER, "op34@plant.example").then().statusCode(204);
    signedInAs("op34").request().get("/api/auth/me").then().statusCode(200);
  }

  @Test
  void a_session_is_found_under_its_own_user_only() {
    var browser = signedInAs("op36");

    signedInAs("admin")
        .request()
        .delete(OF_USER + "/{id}", "op35@plant.example", browser.sessionId())
        .then()
        .statusCode(404)
        .body("code", equalTo("session_not_found"));

    browser.request().get("/api/auth/me").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody@plant.example", "陳美", "a\u0000b", "%", "' or 1=1 --"})
  void somebody_unknown_has_no_sessions(String userId) {
    var admin = signedInAs("admin");

    admin.request().get(OF_USER, userId).then().statusCode(200).body("items", empty());
    admin.request().delete(OF_USER, userId).then().statusCode(204);
    admin.request().delete(OF_USER + "/{id}", userId, UUID.randomUUID()).then().statusCode(404);
    admin.request().get(OF_USER + "?limit=0", userId).then().statusCode(422);
  }

  @Test
  void nobody_but_an_admin_sees_or_ends_sessions_of_others() {
    var victim = signedInAs("op36");
    var user = signedInAs("op37");

    for (var answer :
        new Response[] {
          user.request().get(OF_USER, "op36@plant.example"),
          user.request().delete(OF_USER, "op36@plant.example"),
          user.request().delete(OF_USER + "/{id}", "op36@plant.example", victim.sessionId()),
          user.request().get(OF_USER, "op37@plant.example"),
        }) {
      answer.then().statusCode(403).body("code", equalTo("forbidden"));
    }
    RestAssured.get(OF_USER, "op36@plant.example")
        .then()
        .statusCode(401)
        .body("code", equalTo("unauthenticated"));
    victim
        .request()
        .get("/api/auth/sessions")
        .then()
        .body("items.session_id", hasItem(victim.sessionId()));
  }

  private static void isOut(Browser browser) {
    browser.request().get("/api/auth/me").then().statusCode(401);
    browser.refresh().then().statusCode(401);
  }
}
