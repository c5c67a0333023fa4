package org.andon.room.template;

import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class TemplateResourceTest {

  @Test
  void an_admin_makes_a_template_that_everyone_sees() {
    var made = as(ADMIN).body(Templates.oven()).post("/api/room-templates").then();

    String id = made.extract().path("template_id");
    made.statusCode(201).header("Location", endsWith("/api/room-templates/" + id));
    as(VIEWER)
        .get("/api/room-templates/{id}", id)
        .then()
        .statusCode(200)
        .body("name", equalTo("烤箱異常"))
        .body("incident_type", equalTo("equipment_failure"))
        .body("severity", equalTo("high"))
        .body("title", equalTo("烤箱溫度異常"))
        .body("description", equalTo("先停線"))
        .body("members.user_id", contains(EDITOR, VIEWER))
        .body("members.role", contains("OWNER", "VIEWER"))
        .body("checklist.text", contains("停線", "掛牌上鎖 🔒"))
        .body("version", equalTo(1));
    assertThat(listed()).contains(id);
  }

  @Test
  void a_template_is_replaced_whole_and_counts_its_version() {
    String id = Templates.make();
    Map<String, Object> request = required();

    var answer = as(ADMIN).body(request).put("/api/room-templates/{id}", id).then();

    answer
        .statusCode(200)
        .body("name", equalTo("Plain"))
        .body("title", equalTo(null))
        .body("members.size()", equalTo(0))
        .body("checklist.size()", equalTo(0))
        .body("version", equalTo(2));
  }

  @Test
  void a_stale_replacement_is_refused() {
    String id = Templates.make();
    Map<String, Object> request = required();
    request.put("version", 1);
    as(ADMIN).body(request).put("/api/room-templates/{id}", id).then().statusCode(200);

    var answer = as(ADMIN).body(request).put("/api/room-templates/{id}", id).then();

    answer.statusCode(409).body("code", equalTo("version_conflict"));
  }

  @Test
  void a_deleted_template_is_gone() {
    String id = Templates.make();

    as(ADMIN).delete("/api/room-templates/{id}", id).then().statusCode(204);

    as(ADMIN).delete("/api/room-templates/{id}", id).then().statusCode(404);
    as(ADMIN).body(required()).put("/api/room-templates/{id}", id).then().statusCode(404);
    as(OWNER)
        .get("/api/room-templates/{id}", id)
        .then()
        .statusCode(404)
        .body("code", equalTo("template_not_found"));
    assertThat(listed()).doesNotContain(id);
  }

  @Test
  void only_an_admin_writes_templates() {
    String id = Templates.make();

    as(OWNER).body(required()).post("/api/room-templates").then().statusCode(403);
    as(OWNER).body(required()).put("/api/room-templates/{id}", id).then().statusCode(403);
    as(OWNER)
        .delete("/api/room-templates/{id}", id)
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
  }

  @ParameterizedTest
  @CsvSource({
    "name,name,' '",
    "name,name,MISSING",
    "name,name,a\u202Eb",
    "title,title,a\u0007b",
    "severity,severity,worst",
    "incident_type,incident_type,MISSING",
    "members,members[0].user_id,nobody",
    "members,members[0].role,TWICE",
    "checklist,checklist[0].text,' '",
    "checklist,checklist,LONG",
    "version,version,one",
  })
  void a_wrong_field_is_named(String field, String named, String value) {
    Map<String, Object> request = required();
    request.put(field, value);
    switch (field + " " + value) {
      case "name MISSING", "incident_type MISSING" -> request.remove(field);
      case "members nobody" ->
          request.put(field, List.of(Map.of("user_id", value, "role", "VIEWER")));
      case "members TWICE" -> request.put(field, List.of(Map.of("user_id", "a@b", "role", "BOSS")));
      case "checklist LONG" ->
          request.put(
              field, new ArrayList<>(java.util.Collections.nCopies(101, Map.of("text", "a"))));
      default -> {
        if (field.equals("checklist")) {
          request.put(field, List.of(Map.of("text", value)));
        }
      }
    }

    var answer = as(ADMIN).body(request).post("/api/room-templates").then();

    answer.statusCode(422).body("errors[0].field", equalTo(named));
  }

  @Test
  void somebody_is_one_thing_only() {
    Map<String, Object> request = required();
    request.put(
        "members",
        List.of(
            Map.of("user_id", EDITOR, "role", "EDITOR"),
            Map.of("user_id", EDITOR.toUpperCase(java.util.Locale.ROOT), "role", "VIEWER")));

    var answer = as(ADMIN).body(request).post("/api/room-templates").then();

    answer.statusCode(422).body("errors[0].field", equalTo("members[1].role"));
  }

  @Test
  void pages_of_templates_show_each_once() {
    List<String> made = List.of(Templates.make(), Templates.make(), Templates.make());

    List<String> paged = listed();

    assertThat(paged).doesNotHaveDuplicates().containsSubsequence(made);
    as(OWNER)
        .get("/api/room-templates?cursor=" + UUID.randomUUID())
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("cursor"));
  }

  private static List<String> listed() {
    List<String> all = new ArrayList<>();
    String cursor = null;
    do {
      var page =
          as(OWNER)
              .queryParam("limit", 2)
              .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
              .get("/api/room-templates")
              .then()
              .statusCode(200)
              .extract();
      all.addAll(page.path("items.template_id"));
      cursor = page.path("pagination.next");
    } while (cursor != null);
    return all;
  }

  private static Map<String, Object> required() {
    return new HashMap<>(Map.of("name", "Plain", "incident_type", "other", "severity", "low"));
  }
}
