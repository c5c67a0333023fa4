package org.andon.auth.machine;

import static io.restassured.RestAssured.given;
import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.andon.auth.AuthStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class TokenResourceTest {

  @Test
  void a_machine_gets_a_token_that_says_what_it_is_and_where_it_may_write() {
    var machine = Machine.create(signedInAs("admin"), "Oven 3");

    var answer = machine.askForToken();

    answer
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("token_type", equalTo("Bearer"))
        .body("expires_in", equalTo(600));
    var claims = claims(answer.path("access_token"));
    assertThat(claims.getString("sub")).isEqualTo("machine:" + machine.clientId());
    assertThat(claims.getString("upn")).isEqualTo("machine:" + machine.clientId());
    assertThat(claims.getString("name")).isEqualTo("Oven 3");
    assertThat(claims.getString("sid")).isNotBlank();
    assertThat(claims.getList("groups")).asList().containsExactly("machine");
    assertThat(claims.getList("rooms")).asList().containsExactly(Machine.ROOM.toString());
    assertThat(claims.getList("templates")).asList().isEmpty();
  }

  private static JsonPath claims(String token) {
    return new JsonPath(
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
  }

  @Test
  void a_client_may_say_who_it_is_in_the_header() {
    var machine = Machine.create(signedInAs("admin"), "Oven 4");

    var answer =
        given()
            .auth()
            .preemptive()
            .basic(machine.clientId(), machine.secret())
            .contentType(ContentType.URLENC)
            .formParam("grant_type", "client_credentials")
            .post("/api/auth/token");

    answer.then().statusCode(200).body("token_type", equalTo("Bearer"));
  }

  @Test
  void whoever_has_not_the_secret_is_refused_as_oauth_says_and_it_is_written_down() {
    var admin = signedInAs("admin");
    var machine = Machine.create(admin, "Oven 5");

    var wrong = new Machine(machine.clientId(), "wrong").askForToken();
    var unknown = new Machine(UUID.randomUUID().toString(), machine.secret()).askForToken();
    var noId = new Machine("oven", machine.secret()).askForToken();

    for (var answer : new Response[] {wrong, unknown, noId}) {
      answer
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", startsWith("Basic"))
          .body("error", equalTo("invalid_client"));
    }
    admin
        .request()
        .get("/api/auth/login-events?event=login_failed&user_id=machine:" + machine.clientId())
        .then()
        .body("items.reason", hasItem("wrong_secret"));
  }

  @Test
  void another_grant_or_half_a_request_is_refused_as_oauth_says() {
    form().post("/api/auth/token").then().statusCode(400).body("error", equalTo("invalid_request"));
    form()
        .formParam("grant_type", "password")
        .post("/api/auth/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("unsupported_grant_type"));
    form()
        .formParam("grant_type", "client_credentials")
        .post("/api/auth/token")
        .then()
        .statusCode(401)
        .body("error", equalTo("invalid_client"));
    form()
        .header("Authorization", "Basic %%%")
        .formParam("grant_type", "client_credentials")
        .post("/api/auth/token")
        .then()
        .statusCode(401)
        .body("error", equalTo("invalid_client"));
  }

  private static RequestSpecification form() {
    return given().contentType(ContentType.URLENC);
  }

  @Test
  void a_machines_token_opens_nothing_here() {
    var token = Machine.create(signedInAs("admin"), "Oven 6").token();

    for (var path :
        new String[] {
          "/api/auth/me",
          "/api/auth/sessions",
          "/api/auth/login-events",
          "/api/auth/users/li.wei@plant.example/sessions",
          "/api/auth/service-accounts",
          "/api/users?q=li",
          "/api/users/li.wei@plant.example",
        }) {
      given()
          .auth()
          .oauth2(token)
          .get(path)
          .then()
          .statusCode(403)
          .body("code", equalTo("forbidden"));
    }
    given().auth().oauth2(token).post("/api/auth/logout").then().statusCode(403);
  }
}
