package org.andon.room.problem;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.as;
import static org.andon.room.testing.People.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
  void a_body_that_is_too_large_is_not_read() {
    ValidatableResponse answer =
        as(OWNER).body("{\"title\":\"" + "x".repeat(4_000_000)).post("/api/rooms").then();

    expect(answer, 413, "too_large");
  }

  @Test
  void a_body_that_turns_out_too_large_is_not_read_on() throws Exception {
    byte[] body = ("{\"title\":\"" + "x".repeat(1_500_000)).getBytes(UTF_8);
    HttpRequest chunked =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/rooms"))
            .header("Authorization", "Bearer " + token(OWNER))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();

    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(chunked, BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body()).contains("\"code\":\"too_large\"");
    }
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
