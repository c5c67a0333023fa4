package org.andon.room.room;

import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From active to archived and deleted, and which steps there are. */
@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class RoomLifecycleTest {
  @Test
  void an_incident_is_resolved_reopened_and_archived() {
    String id = Rooms.staffed();

    Rooms.resolve(id);
    as(OWNER)
        .get("/api/rooms/{id}", id)
        .then()
        .body("status", equalTo("resolved"))
        .body("resolution_notes", equalTo("更換溫度感測器"))
        .body("resolved_at", notNullValue());

    as(OWNER)
        .body(Map.of("status", "active"))
        .put("/api/rooms/{id}/status", id)
        .then()
        .statusCode(200)
        .body("resolved_at", nullValue())
        .body("reopened_at", notNullValue());

    Rooms.archive(id);
    as(OWNER)
        .get("/api/rooms/{id}", id)
        .then()
        .body("status", equalTo("archived"))
        .body("archived_at", notNullValue())
        .body("version", equalTo(5));
  }

  @ParameterizedTest
  @CsvSource({"active,active", "active,archived", "archived,active", "archived,resolved"})
  void other_steps_do_not_exist(String from, String to) {
    String id = Rooms.staffed();
    if (from.equals("archived")) {
      Rooms.archive(id);
    }

    var answer =
        as(OWNER)
            .body(Map.of("status", to, "resolution_notes", "done"))
            .put("/api/rooms/{id}/status", id)
            .then();

    answer.statusCode(409).body("code", equalTo("invalid_transition"));
  }

  @Test
  void resolving_needs_notes() {
    String id = Rooms.staffed();

    var answer =
        as(OWNER)
            .body(Map.of("status", "resolved", "resolution_notes", " "))
            .put("/api/rooms/{id}/status", id)
            .then();

    answer.statusCode(422).body("errors[0].field", equalTo("resolution_notes"));
  }

  @Test
  void an_archived_room_cannot_be_edited() {
    String id = Rooms.staffed();
    Rooms.archive(id);

    var answer = as(OWNER).body(Map.of("title", "B")).patch("/api/rooms/{id}", id).then();

    answer.statusCode(409).body("code", equalTo("room_archived"));
  }

  @Test
  void a_deleted_room_is_gone_for_everyone() {
    String id = Rooms.staffed();

    as(OWNER).delete("/api/rooms/{id}", id).then().statusCode(204);

    as(OWNER).get("/api/rooms/{id}", id).then().statusCode(404);
    as(ADMIN).get("/api/rooms/{id}/members", id).then().statusCode(404);
    as(OWNER).body(Map.of("title", "B")).patch("/api/rooms/{id}", id).then().statusCode(404);
    as(OWNER).delete("/api/rooms/{id}", id).then().statusCode(404);
  }
}
