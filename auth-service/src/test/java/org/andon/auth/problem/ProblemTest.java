package org.andon.auth.problem;

import static io.restassured.RestAssured.given;
import static org.andon.auth.Browser.signedInAs;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.andon.auth.AuthStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class ProblemTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/auth/me",
        "/api/auth/sessions",
        "/api/users?q=x",
        "/api/users/li.wei@plant.example"
      })
  void without_a_token_nothing_is_told(String path) {
    assertProblem(given().get(path), 401, "unauthenticated");
    assertProblem(
        given().auth().preemptive().basic("chen.mei", "andon-demo").get(path),
        401,
        "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/api/auth/nothing", "/api/auth/me/too"})
  void an_address_that_is_none_is_not_found(String path) {
    assertProblem(given().get(path), 404, "not_found");
  }

  @Test
  void a_wrong_method_type_or_accept_header_is_told() {
    assertProblem(given().get("/api/auth/login"), 405, "method_not_allowed");
    assertProblem(
        given().contentType(ContentType.TEXT).body("x").post("/api/auth/login"),
        415,
        "unsupported_media_type");
    assertProblem(
        signedInAs("op19").request().accept("image/png").get("/api/auth/me"),
        406,
        "not_acceptable");
  }

  @Test
  void a_problem_says_only_what_the_contract_says() {
    given()
        .get("/api/auth/me")
        .then()
        .body("type", equalTo("about:blank"))
        .body("title", equalTo("Unauthorized"))
        .body("$", not(hasKey("errors")))
        .body("size()", equalTo(5));
  }

  private static void assertProblem(Response answer, int status, String code) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", equalTo(code));
  }
}
