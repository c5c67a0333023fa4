package org.andon.room.activity;

import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OUTSIDER;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class ActivityResourceTest {
  @Inject DataSource database;

  @Test
  void the_log_tells_who_changed_what_newest_first() {
    String room = Rooms.staffed();
    as(OWNER).body(Map.of("severity", "low")).patch("/api/rooms/{id}", room);
    as(OWNER).body(Map.of("role", "EDITOR")).put("/api/rooms/{id}/members/{u}", room, VIEWER);
    as(VIEWER).delete("/api/rooms/{id}/members/{u}", room, VIEWER);
    as(ADMIN).body(Map.of("role", "VIEWER")).put("/api/rooms/{id}/members/{u}", room, VIEWER);
    as(OWNER).body(Map.of("user_id", EDITOR)).put("/api/rooms/{id}/owner", room);
    as(EDITOR)
        .body(Map.of("status", "resolved", "resolution_notes", "更換"))
        .put("/api/rooms/{id}/status", room);

    var log = as(VIEWER).get("/api/rooms/{id}/activity", room).then();

    log.statusCode(200)
        .body("items.version", contains(7, 6, 5, 4, 3, 2, 1))
        .body(
            "items.event",
            contains(
                "room_status_changed",
                "ownership_transferred",
                "member_added",
                "member_removed",
                "role_changed",
                "room_updated",
                "room_created"))
        .body("items.changed_by", contains(EDITOR, OWNER, ADMIN, VIEWER, OWNER, OWNER, OWNER))
        .body("items[0].changed_at", notNullValue())
        .body("items[0].from.status", equalTo("active"))
        .body("items[0].to.resolution_notes", equalTo("更換"))
        .body("items[5].from", equalTo(Map.of("severity", "high")))
        .body("items[5].to", equalTo(Map.of("severity", "low")));
  }

  @Test
  void the_log_is_shown_without_a_look_into_the_event_but_for_old_entries() throws SQLException {
    String room = Rooms.staffed();
    as(OWNER).body(Map.of("severity", "low")).patch("/api/rooms/{id}", room);
    as(OWNER).body(Map.of("user_id", EDITOR)).put("/api/rooms/{id}/owner", room);
    execute("update room_changes set change = null where version = 2 and room_id = ?::uuid", room);
    execute("update room_changes set event = '{}' where version = 3 and room_id = ?::uuid", room);

    as(VIEWER)
        .get("/api/rooms/{id}/activity?limit=2", room)
        .then()
        .body("items.event", contains("ownership_transferred", "room_updated"))
        .body("items[0].to.transferred_from", equalTo(OWNER))
        .body("items[1].to", equalTo(Map.of("severity", "low")));
  }

  private void execute(String sql, String room) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, room);
      statement.executeUpdate();
    }
  }

  @Test
  void pages_follow_one_another_while_the_room_changes() {
    String room = Rooms.staffed();
    as(OWNER).body(Map.of("severity", "low")).patch("/api/rooms/{id}", room);
    as(OWNER).body(Map.of("severity", "medium")).patch("/api/rooms/{id}", room);
    var first = as(OWNER).get("/api/rooms/{id}/activity?limit=2", room).then();
    as(OWNER).body(Map.of("severity", "critical")).patch("/api/rooms/{id}", room);

    String next = first.extract().path("pagination.next");
    var second = as(OWNER).get("/api/rooms/{id}/activity?limit=2&cursor=" + next, room).then();

    first.body("items.version", contains(3, 2)).body("pagination.has_more", equalTo(true));
    second.body("items.version", contains(1)).body("pagination.has_more", equalTo(false));
  }

  @Test
  void it_is_for_members() {
    String room = Rooms.staffed();

    as(OUTSIDER).get("/api/rooms/{id}/activity", room).then().statusCode(403);
    as(ADMIN).get("/api/rooms/{id}/activity", room).then().statusCode(200);
    as(OWNER)
        .get("/api/rooms/{id}/activity?cursor=1", room)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("cursor"));
  }
}
