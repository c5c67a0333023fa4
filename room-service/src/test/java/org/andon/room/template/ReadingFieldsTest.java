package org.andon.room.template;

import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.andon.room.testing.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class ReadingFieldsTest {

  @Test
  void a_template_keeps_the_readings_it_expects() {
    var made = put(Templates.fields());

    String id = made.statusCode(201).extract().path("template_id");
    as(EDITOR)
        .get("/api/room-templates/{id}", id)
        .then()
        .body("fields.name", contains("temperature", "guard"))
        .body("fields[0].label", equalTo("溫度"))
        .body("fields[0].unit", equalTo("°C"))
        .body("fields[0].type", equalTo("number"))
        .body("fields[0].low", equalTo(60))
        .body("fields[0].high", equalTo(80))
        .body("fields[0].choices", empty())
        .body("fields[1].high", nullValue())
        .body("fields[1].choices", contains("open", "closed"));
  }

  @Test
  void a_room_keeps_its_own_copy_that_lists_leave_out() {
    String template = put(Templates.fields()).extract().path("template_id");
    String room = Rooms.create(OWNER, Map.of("template_id", template, "title", "烤箱溫度異常"));

    as(ADMIN).delete("/api/room-templates/{id}", template).then().statusCode(204);

    as(OWNER)
        .get("/api/rooms/{id}", room)
        .then()
        .body("fields.name", contains("temperature", "guard"))
        .body("fields[0].high", equalTo(80));
    as(OWNER).get("/api/rooms").then().body("items", everyItem(not(hasKey("fields"))));
  }

  @Test
  void an_owner_changes_them_and_the_log_tells() {
    String room = Rooms.staffed();
    Map<String, Object> fields = Map.of("fields", Templates.fields(), "version", 1);

    as(EDITOR).body(fields).patch("/api/rooms/{id}", room).then().statusCode(403);
    as(OWNER)
        .body(fields)
        .patch("/api/rooms/{id}", room)
        .then()
        .statusCode(200)
        .body("fields.name", contains("temperature", "guard"))
        .body("version", equalTo(2));
    as(OWNER).body(fields).patch("/api/rooms/{id}", room).then().statusCode(409);

    as(OWNER)
        .get("/api/rooms/{id}/activity", room)
        .then()
        .body("items[0].event", equalTo("room_updated"))
        .body("items[0].from.fields", empty())
        .body("items[0].to.fields.name", contains("temperature", "guard"));
  }

  @Test
  void the_same_limits_written_otherwise_are_no_change() {
    String room = Rooms.staffed();
    Map<String, Object> written = new HashMap<>(Templates.fields().getFirst());
    as(OWNER).body(Map.of("fields", List.of(written))).patch("/api/rooms/{id}", room);
    written.put("high", 80.000);
    written.put("low", 6e1);

    as(OWNER)
        .body(Map.of("fields", List.of(written)))
        .patch("/api/rooms/{id}", room)
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        """
        {"name": " ", "type": "number"} | name\
        """,
        """
        {"type": "number"} | name\
        """,
        """
        {"name": "guard", "type": "colour"} | type\
        """,
        """
        {"name": "guard"} | type\
        """,
        """
        {"name": "guard", "type": "boolean", "low": 1} | low\
        """,
        """
        {"name": "oven", "type": "number", "low": 80.1, "high": 80} | high\
        """,
        """
        {"name": "oven", "type": "number", "low": 1e400} | low\
        """,
        """
        {"name": "oven", "type": "number", "high": 1e-10} | high\
        """,
        """
        {"name": "oven", "type": "number", "low": "60"} | low\
        """,
        """
        {"name": "oven", "type": "number", "unit": "123456789012345678901"} | unit\
        """,
        """
        {"name": "oven", "type": "number", "choices": ["a"]} | choices\
        """,
        """
        {"name": "guard", "type": "choice"} | choices\
        """,
        """
        {"name": "guard", "type": "choice", "choices": ["open", " open "]} | choices\
        """,
      })
  void what_is_wrong_with_a_field_is_named(String field, String named) {
    String body = "{\"fields\":[" + field + "]}";

    var answer = as(OWNER).body(body).patch("/api/rooms/{id}", Rooms.staffed()).then();

    answer.statusCode(422).body("errors[0].field", equalTo("fields[0]." + named));
  }

  @Test
  void a_name_stands_for_one_field() {
    var field = Map.<String, Object>of("name", "temperature", "type", "number");

    put(List.of(field, field)).statusCode(422).body("errors[0].field", equalTo("fields[1].name"));
  }

  @Test
  void there_are_not_more_than_a_form_can_hold() {
    var field = Map.<String, Object>of("name", "temperature", "type", "number");

    put(Collections.nCopies(31, field)).statusCode(422).body("errors[0].field", equalTo("fields"));
  }

  private static ValidatableResponse put(List<Map<String, Object>> fields) {
    return as(ADMIN)
        .body(
            Map.of(
                "name", "Oven",
                "incident_type", "other",
                "severity", "low",
                "fields", fields))
        .post("/api/room-templates")
        .then();
  }
}
