package org.andon.room.problem;

import static io.restassured.RestAssured.given;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.as;
import static org.andon.room.testing.People.token;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.andon.room.testing.RoomStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class ProblemMapperTest {
  RoomStack stack;

  @Test
  void no_token_is_told_how_to_come_in() {
    ValidatableResponse answer = given().get("/api/rooms").then();

    answer.header("WWW-Authenticate", "Bearer");
    expect(answer, 401, "unauthenticated");
  }

  @Test
  void a_tampered_token_is_no_token() {
    ValidatableResponse answer =
        given()
            .auth()
            .oauth2(token(OWNER).replaceFirst("\\.[^.]+$", ".AAAA"))
            .get("/api/rooms")
            .then();

    answer.header("WWW-Authenticate", "Bearer");
    expect(answer, 401, "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"title\":", "", "[]", "null", "\"text\""})
  void a_body_that_is_no_object_cannot_be_parsed(String body) {
    ValidatableResponse answer = as(OWNER).body(body).post("/api/rooms").then();

    expect(answer, 400, "malformed_json");
  }

  @Test
  void another_type_than_json_is_not_taken() {
    ValidatableResponse answer =
        as(OWNER).contentType(ContentType.XML).body("<room/>").post("/api/rooms").then();

    expect(answer, 415, "unsupported_media_type");
  }

  @Test
  void another_type_than_json_is_not_given() {
    ValidatableResponse answer = as(OWNER).accept("text/html").get("/api/rooms").then();

    expect(answer, 406, "not_acceptable");
  }

  @Test
  void a_method_that_is_not_there_is_not_allowed() {
    ValidatableResponse answer = as(OWNER).body("{}").put("/api/rooms").then();

    expect(answer, 405, "method_not_allowed");
  }

  @Test
  void an_unknown_path_is_not_found() {
    ValidatableResponse answer = as(OWNER).get("/api/nowhere").then();

    expect(answer, 404, "not_found");
  }

  @Test
  void a_database_that_is_away_is_waited_for_not_suffered_from() {
    as(OWNER).get("/api/rooms").then().statusCode(200);

    stack.stopPostgres();
    ValidatableResponse answer = as(OWNER).get("/api/rooms").then();
    stack.startPostgresAgain();

    answer.header("Retry-After", equalTo("2"));
    expect(answer, 503, "unavailable");
    await().untilAsserted(() -> as(OWNER).get("/api/rooms").then().statusCode(200));
  }

  private static void expect(ValidatableResponse answer, int status, String code) {
    answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("about:blank"))
        .body("status", equalTo(status))
        .body("code", equalTo(code));
  }
}
