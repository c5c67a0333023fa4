package org.andon.messaging.handover;

import static io.restassured.RestAssured.given;
import static org.andon.messaging.handover.LineRoom.as;
import static org.andon.messaging.handover.LineRoom.handOver;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for wrongly is refused, and by name. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class HandoverInputTest {
  private final String line = "Line " + UUID.randomUUID();
  private final String wei = "wei." + UUID.randomUUID() + "@plant.example";

  @BeforeEach
  void aRoomAtTheLine() {
    var unused = new LineRoom(line, Map.of(wei, "EDITOR"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"location\":",
        "{\"location\":\"a\"} {}",
      })
  void what_is_no_json_object_is_not_parseable(String body) {
    as(wei).body(body).post("/api/handovers").then().statusCode(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | location",
        "{\"location\":3} | location",
        "{\"location\":\" \"} | location",
        "{\"location\":\"a\\u0000b\"} | location",
        "{\"location\":\"a\",\"note\":7} | note",
        "{\"location\":\"a\",\"note\":\"\\u0000\"} | note",
        "{\"location\":\"a\",\"note\":\"\\ud800\"} | note",
      })
  void a_field_that_is_wrong_is_named(String body, String field) {
    as(wei)
        .body(body)
        .post("/api/handovers")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo(field));
  }

  @Test
  void a_note_has_two_thousand_characters_at_most() {
    handOver(wei, line, "🌙".repeat(2_000)).statusCode(201);
    handOver(wei, line, "🌙".repeat(2_001))
        .statusCode(422)
        .body("errors[0].field", equalTo("note"));
    handOver(wei, "長".repeat(201), "").body("errors[0].field", equalTo("location"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=x",
        "from=yesterday",
        "overdue=yes",
        "cursor=%00",
        "location=%00"
      })
  void a_question_that_is_wrong_is_refused(String query) {
    given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(Tokens.of(wei))
        .get("/api/handovers?" + query)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
  }
}
