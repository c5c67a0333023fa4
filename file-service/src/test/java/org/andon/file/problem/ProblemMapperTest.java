package org.andon.file.problem;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.RestAssuredConfig.config;
import static io.restassured.http.ContentType.TEXT;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.TestRooms;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class ProblemMapperTest {
  private static final String FORM = "multipart/form-data";

  RoomServiceTwin rooms;

  @Test
  void no_token_is_told_how_to_come_in() {
    ValidatableResponse answer = given().get("/api/files/{id}", UUID.randomUUID()).then();

    answer.header("WWW-Authenticate", "Bearer");
    expect(answer, 401, "unauthenticated");
  }

  @Test
  void an_upload_is_a_form() {
    ValidatableResponse answer =
        as(OWNER)
            .contentType(ContentType.JSON)
            .body("{}")
            .post("/api/rooms/{id}/files", UUID.randomUUID())
            .then();

    expect(answer, 415, "unsupported_media_type");
  }

  @Test
  void a_form_without_a_boundary_cannot_be_read() {
    ValidatableResponse answer =
        as(OWNER)
            .config(config().encoderConfig(encoderConfig().encodeContentTypeAs(FORM, TEXT)))
            .contentType(FORM)
            .body("a form without a boundary")
            .post("/api/rooms/{id}/files", TestRooms.in(rooms))
            .then();

    expect(answer, 400, "malformed_json");
  }

  @Test
  void a_form_that_ends_too_early_is_the_callers_mistake() {
    ValidatableResponse answer =
        as(OWNER)
            .config(config().encoderConfig(encoderConfig().encodeContentTypeAs(FORM, TEXT)))
            .contentType(FORM + "; boundary=b")
            .body(
                "--b\r\n"
                    + "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                    + "text")
            .post("/api/rooms/{id}/files", TestRooms.in(rooms))
            .then();

    expect(answer, 400, "malformed_json");
  }

  @Test
  void an_unknown_path_is_not_found() {
    ValidatableResponse answer = as(OWNER).get("/api/nowhere").then();

    expect(answer, 404, "not_found");
  }

  private static void expect(ValidatableResponse answer, int status, String code) {
    answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("about:blank"))
        .body("code", equalTo(code));
  }
}
