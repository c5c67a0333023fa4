package org.andon.room.template;

import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OUTSIDER;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.andon.room.testing.Templates;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class RoomFromTemplateTest {

  @Test
  void the_template_gives_what_was_not_asked_for() {
    String template = Templates.make();

    String room =
        Rooms.create(
            OWNER,
            Map.of(
                "template_id",
                template,
                "severity",
                "critical",
                "location",
                "3 號線",
                "members",
                List.of(Map.of("user_id", VIEWER, "role", "EDITOR"))));

    as(OWNER)
        .get("/api/rooms/{id}", room)
        .then()
        .body("title", equalTo("烤箱溫度異常"))
        .body("incident_type", equalTo("equipment_failure"))
        .body("severity", equalTo("critical"))
        .body("description", equalTo("先停線"))
        .body("my_role", equalTo("OWNER"));
    Map<String, String> roles = roles(room);
    assertThat(roles).isEqualTo(Map.of(OWNER, "OWNER", EDITOR, "OWNER", VIEWER, "EDITOR"));
    as(VIEWER)
        .get("/api/rooms/{id}/checklist", room)
        .then()
        .statusCode(200)
        .body("items.text", contains("停線", "掛牌上鎖 🔒"))
        .body("items.done", contains(false, false));
  }

  @Test
  void the_rooms_checklist_is_its_own() {
    String template = Templates.make();
    String room = Rooms.create(OWNER, Map.of("template_id", template));

    as(ADMIN).delete("/api/room-templates/{id}", template).then().statusCode(204);

    as(OWNER)
        .get("/api/rooms/{id}/checklist", room)
        .then()
        .body("items.text", contains("停線", "掛牌上鎖 🔒"));
  }

  @Test
  void a_template_that_is_not_there_is_named() {
    var answer = as(OWNER).body(Map.of("template_id", UUID.randomUUID())).post("/api/rooms").then();
    var nonsense = as(OWNER).body(Map.of("template_id", "oven")).post("/api/rooms").then();

    answer.statusCode(422).body("errors[0].field", equalTo("template_id"));
    nonsense.statusCode(422).body("errors[0].field", equalTo("template_id"));
  }

  @Test
  void what_neither_request_nor_template_says_is_missing() {
    String template =
        as(ADMIN)
            .body(Map.of("name", "Plain", "incident_type", "other", "severity", "low"))
            .post("/api/room-templates")
            .path("template_id");

    var untitled = as(OWNER).body(Map.of("template_id", template)).post("/api/rooms").then();
    var empty = as(OWNER).body(Map.of()).post("/api/rooms").then();

    untitled.statusCode(422).body("errors.field", contains("title"));
    empty.statusCode(422).body("errors.field", hasItems("title", "severity", "incident_type"));
  }

  @Test
  void a_room_is_made_from_one_version_while_its_template_is_changed() throws Exception {
    String template = Templates.make();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> changes =
          callers.submit(() -> IntStream.range(0, 30).forEach(i -> replace(template, "v" + i)));
      List<Future<String>> rooms =
          IntStream.range(0, 20)
              .mapToObj(
                  i -> callers.submit(() -> Rooms.create(OWNER, Map.of("template_id", template))))
              .toList();

      for (Future<String> room : rooms) {
        String title = as(OWNER).get("/api/rooms/{id}", room.get()).path("title");
        List<String> texts =
            as(OWNER).get("/api/rooms/{id}/checklist", room.get()).path("items.text");
        if (title.startsWith("v")) {
          assertThat(texts).containsExactly(title);
        } else {
          assertThat(texts).containsExactly("停線", "掛牌上鎖 🔒");
        }
      }
      changes.get();
    }
  }

  private static void replace(String template, String text) {
    Map<String, Object> request = new HashMap<>(Templates.oven());
    request.put("title", text);
    request.put("checklist", List.of(Map.of("text", text)));
    request.put("members", List.of(Map.of("user_id", OUTSIDER, "role", "VIEWER")));
    as(ADMIN).body(request).put("/api/room-templates/{id}", template).then().statusCode(200);
  }

  private static Map<String, String> roles(String room) {
    List<Map<String, String>> members =
        as(OWNER).get("/api/rooms/{id}/members", room).path("items");
    Map<String, String> roles = new HashMap<>();
    members.forEach(member -> roles.put(member.get("user_id"), member.get("role")));
    return roles;
  }
}
