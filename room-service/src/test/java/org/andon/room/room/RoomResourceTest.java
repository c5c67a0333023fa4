package org.andon.room.room;

import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.OUTSIDER;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.as;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class RoomResourceTest {
  @Test
  void who_opens_a_room_owns_it() {
    Map<String, Object> request =
        Map.of(
            "title", "  3 號線烤箱溫度異常 🔥 ",
            "incident_type", "equipment_failure",
            "severity", "critical",
            "location", "Line 3",
            "description", "85 °C");

    var answer = as(OWNER).body(request).post("/api/rooms").then();

    String id = answer.extract().path("room_id");
    answer
        .statusCode(201)
        .header("Location", endsWith("/api/rooms/" + id))
        .body("title", equalTo("3 號線烤箱溫度異常 🔥"))
        .body("incident_type", equalTo("equipment_failure"))
        .body("severity", equalTo("critical"))
        .body("status", equalTo("active"))
        .body("created_by", equalTo(OWNER))
        .body("created_at", matchesPattern("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z"))
        .body("member_count", equalTo(1))
        .body("my_role", equalTo("OWNER"))
        .body("version", equalTo(1));
    as(OWNER)
        .get("/api/rooms/{id}", id)
        .then()
        .statusCode(200)
        .body("title", equalTo("3 號線烤箱溫度異常 🔥"))
        .body("my_role", equalTo("OWNER"));
  }

  @ParameterizedTest
  @CsvSource({
    "title,''",
    "title,'  '",
    "severity,worst",
    "severity,''",
    "incident_type,fire",
    "location,NUL",
    "title,LONG",
    "location,LONG",
    "title,SURROGATE",
    "title,CONTROL",
    "title,OVERRIDE",
    "location,ISOLATE"
  })
  void a_wrong_field_is_named(String field, String value) {
    Map<String, Object> request = valid();
    request.put(
        field,
        switch (value) {
          case "NUL" -> "a\0b";
          case "LONG" -> "線".repeat(201);
          case "SURROGATE" -> "a\uD800b";
          case "CONTROL" -> "a\nb";
          case "OVERRIDE" -> "a\u202Eb";
          case "ISOLATE" -> "a\u2066b";
          default -> value;
        });

    var answer = as(OWNER).body(request).post("/api/rooms").then();

    answer
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid_field"))
        .body("errors[0].field", equalTo(field))
        .body("errors[0].message", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "severity", "incident_type"})
  void a_missing_field_is_named(String field) {
    Map<String, Object> request = valid();
    request.remove(field);

    var answer = as(OWNER).body(request).post("/api/rooms").then();

    answer.statusCode(422).body("errors[0].field", equalTo(field));
  }

  @Test
  void a_description_has_lines_and_a_title_may_be_written_from_right_to_left() {
    Map<String, Object> request = valid();
    request.put("title", "فرن 3\u200F \n");
    request.put("description", "85 °C\n\t停線");

    var answer = as(OWNER).body(request).post("/api/rooms").then();

    answer
        .statusCode(201)
        .body("title", equalTo("فرن 3\u200F"))
        .body("description", equalTo("85 °C\n\t停線"));
  }

  @Test
  void length_counts_code_points() {
    Map<String, Object> request = valid();
    request.put("title", "🔥".repeat(200));

    var answer = as(OWNER).body(request).post("/api/rooms").then();

    answer.statusCode(201);
  }

  @Test
  void a_number_is_not_a_title() {
    Map<String, Object> request = valid();
    request.put("title", 5);

    var answer = as(OWNER).body(request).post("/api/rooms").then();

    answer.statusCode(422).body("errors[0].field", equalTo("title"));
  }

  @Test
  void the_first_members_wrong_fields_are_named_by_position() {
    Map<String, Object> request = valid();
    request.put("members", List.of(Map.of("user_id", "nobody", "role", "EDITOR")));

    var answer = as(OWNER).body(request).post("/api/rooms").then();

    answer.statusCode(422).body("errors[0].field", equalTo("members[0].user_id"));
  }

  @Test
  void an_edit_changes_what_it_names_and_counts_the_version() {
    String id = Rooms.staffed();

    var answer =
        as(OWNER)
            .body(Map.of("severity", "low", "location", ""))
            .patch("/api/rooms/{id}", id)
            .then();

    answer
        .statusCode(200)
        .body("severity", equalTo("low"))
        .body("location", nullValue())
        .body("title", equalTo("3 號線烤箱溫度異常"))
        .body("version", equalTo(2));
  }

  @Test
  void an_edit_that_changes_nothing_keeps_the_version() {
    String id = Rooms.staffed();

    var answer = as(OWNER).body(Map.of("severity", "high")).patch("/api/rooms/{id}", id).then();

    answer.statusCode(200).body("version", equalTo(1));
  }

  @Test
  void a_stale_edit_is_refused() {
    String id = Rooms.staffed();
    as(OWNER).body(Map.of("title", "A")).patch("/api/rooms/{id}", id).then().statusCode(200);

    var answer =
        as(OWNER).body(Map.of("title", "B", "version", 1)).patch("/api/rooms/{id}", id).then();

    answer.statusCode(409).body("code", equalTo("version_conflict"));
    as(OWNER).get("/api/rooms/{id}", id).then().body("title", equalTo("A"));
  }

  @Test
  void a_room_that_never_was_differs_from_one_that_is_closed_to_me() {
    String id = Rooms.staffed();

    as(OUTSIDER)
        .get("/api/rooms/{id}", id)
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
    as(OUTSIDER)
        .get("/api/rooms/{id}", UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("code", equalTo("room_not_found"));
    as(OUTSIDER).get("/api/rooms/not-an-id").then().statusCode(404);
  }

  @Test
  void an_admin_sees_any_room_as_admin() {
    String id = Rooms.staffed();

    var answer = as(ADMIN).get("/api/rooms/{id}", id).then();

    answer.statusCode(200).body("my_role", equalTo("ADMIN"));
  }

  private static Map<String, Object> valid() {
    return new HashMap<>(Map.of("title", "A", "incident_type", "other", "severity", "low"));
  }

  @Test
  void the_summary_is_written_and_taken_away_like_the_other_fields() {
    String id = Rooms.staffed();

    var written =
        as(OWNER)
            .body(
                Map.of(
                    "root_cause", "熱電偶老化",
                    "corrective_actions", "更換熱電偶",
                    "preventive_actions", "每季檢查",
                    "version", 1))
            .patch("/api/rooms/{id}", id)
            .then();

    written
        .statusCode(200)
        .body("root_cause", equalTo("熱電偶老化"))
        .body("corrective_actions", equalTo("更換熱電偶"))
        .body("preventive_actions", equalTo("每季檢查"))
        .body("version", equalTo(2));
    as(OWNER)
        .get("/api/rooms/{id}/activity", id)
        .then()
        .body("items[0].to.root_cause", equalTo("熱電偶老化"));
    as(OWNER)
        .body(Map.of("root_cause", " "))
        .patch("/api/rooms/{id}", id)
        .then()
        .statusCode(200)
        .body("root_cause", nullValue());
    as(OWNER)
        .body(Map.of("preventive_actions", "x".repeat(5_001)))
        .patch("/api/rooms/{id}", id)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("preventive_actions"));
  }
}
