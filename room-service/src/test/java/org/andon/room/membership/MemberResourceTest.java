package org.andon.room.membership;

import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OUTSIDER;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class MemberResourceTest {

  @Test
  void members_are_listed_with_their_roles() {
    String room = Rooms.staffed();

    var answer = as(VIEWER).get("/api/rooms/{id}/members", room).then();

    answer
        .statusCode(200)
        .body("items.user_id", contains(EDITOR, OWNER, VIEWER))
        .body("items.role", contains("EDITOR", "OWNER", "VIEWER"))
        .body("items[0].joined_at", notNullValue())
        .body("pagination.has_more", equalTo(false));
  }

  @Test
  void someone_added_gets_in_at_once_whatever_the_case_of_the_address() {
    String room = Rooms.staffed();

    as(OWNER)
        .body(Map.of("role", "EDITOR"))
        .put("/api/rooms/{id}/members/{user}", room, "John.Doe@Plant.Example")
        .then()
        .statusCode(200)
        .body("user_id", equalTo(OUTSIDER))
        .body("role", equalTo("EDITOR"));

    as(OUTSIDER)
        .get("/api/rooms/{id}", room)
        .then()
        .statusCode(200)
        .body("my_role", equalTo("EDITOR"))
        .body("member_count", equalTo(4))
        .body("version", equalTo(2));
  }

  @Test
  void a_role_is_changed_once() {
    String room = Rooms.staffed();

    for (int i = 0; i < 2; i++) {
      as(OWNER)
          .body(Map.of("role", "VIEWER"))
          .put("/api/rooms/{id}/members/{user}", room, EDITOR)
          .then()
          .statusCode(200)
          .body("role", equalTo("VIEWER"));
    }

    as(EDITOR)
        .get("/api/rooms/{id}", room)
        .then()
        .body("my_role", equalTo("VIEWER"))
        .body("version", equalTo(2));
  }

  @Test
  void someone_removed_is_out_at_once() {
    String room = Rooms.staffed();

    as(OWNER).delete("/api/rooms/{id}/members/{user}", room, EDITOR).then().statusCode(204);

    as(EDITOR).get("/api/rooms/{id}", room).then().statusCode(403);
    as(EDITOR).get("/api/rooms").then().body("items.room_id", not(hasItem(room)));
  }

  @Test
  void the_last_owner_can_neither_leave_nor_step_down_nor_be_removed() {
    String room = Rooms.staffed();

    as(OWNER)
        .delete("/api/rooms/{id}/members/{user}", room, OWNER)
        .then()
        .statusCode(409)
        .body("code", equalTo("last_owner"));
    as(OWNER)
        .body(Map.of("role", "EDITOR"))
        .put("/api/rooms/{id}/members/{user}", room, OWNER)
        .then()
        .statusCode(409)
        .body("code", equalTo("last_owner"));
    as(ADMIN)
        .delete("/api/rooms/{id}/members/{user}", room, OWNER)
        .then()
        .statusCode(409)
        .body("code", equalTo("last_owner"));
    as(OWNER).get("/api/rooms/{id}/members", room).then().body("items", hasSize(3));
  }

  @Test
  void an_owner_among_several_may_leave() {
    String room = Rooms.staffed();
    as(OWNER)
        .body(Map.of("role", "OWNER"))
        .put("/api/rooms/{id}/members/{user}", room, EDITOR)
        .then()
        .statusCode(200);

    as(OWNER).delete("/api/rooms/{id}/members/{user}", room, OWNER).then().statusCode(204);

    as(EDITOR).get("/api/rooms/{id}", room).then().body("my_role", equalTo("OWNER"));
  }

  @Test
  void ownership_is_handed_over() {
    String room = Rooms.staffed();

    var answer =
        as(OWNER).body(Map.of("user_id", VIEWER)).put("/api/rooms/{id}/owner", room).then();

    answer.statusCode(200).body("my_role", equalTo("EDITOR")).body("version", equalTo(2));
    as(VIEWER).get("/api/rooms/{id}", room).then().body("my_role", equalTo("OWNER"));
  }

  @Test
  void an_admin_hands_over_for_the_one_owner() {
    String room = Rooms.staffed();

    as(ADMIN)
        .body(Map.of("user_id", VIEWER))
        .put("/api/rooms/{id}/owner", room)
        .then()
        .statusCode(200);

    as(OWNER).get("/api/rooms/{id}", room).then().body("my_role", equalTo("EDITOR"));
    as(VIEWER)
        .get("/api/rooms/{id}/activity", room)
        .then()
        .body("items[0].event", equalTo("ownership_transferred"))
        .body("items[0].changed_by", equalTo(ADMIN))
        .body("items[0].to.member_id", equalTo(VIEWER))
        .body("items[0].to.transferred_from", equalTo(OWNER));
  }

  @Test
  void an_admin_takes_a_room_from_none_of_several_owners() {
    String room = Rooms.staffed();
    as(OWNER).body(Map.of("role", "OWNER")).put("/api/rooms/{id}/members/{u}", room, EDITOR);

    as(ADMIN)
        .body(Map.of("user_id", VIEWER))
        .put("/api/rooms/{id}/owner", room)
        .then()
        .statusCode(200);

    as(OWNER)
        .get("/api/rooms/{id}/members", room)
        .then()
        .body("items.role", everyItem(equalTo("OWNER")));
    as(OWNER)
        .get("/api/rooms/{id}/activity", room)
        .then()
        .body("items[0].event", equalTo("role_changed"));
  }

  @Test
  void ownership_is_not_handed_to_an_outsider() {
    String room = Rooms.staffed();

    var answer =
        as(OWNER).body(Map.of("user_id", OUTSIDER)).put("/api/rooms/{id}/owner", room).then();

    answer.statusCode(422).body("errors[0].field", equalTo("user_id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "a b@c", "@plant.example"})
  void a_member_needs_a_mail_address(String userId) {
    String room = Rooms.staffed();

    var answer =
        as(OWNER)
            .body(Map.of("role", "VIEWER"))
            .put("/api/rooms/{id}/members/{user}", room, userId)
            .then();

    answer.statusCode(422).body("errors[0].field", equalTo("user_id"));
  }

  @Test
  void a_role_must_be_known() {
    String room = Rooms.staffed();

    var answer =
        as(OWNER)
            .body(Map.of("role", "BOSS"))
            .put("/api/rooms/{id}/members/{user}", room, OUTSIDER)
            .then();

    answer.statusCode(422).body("errors[0].field", equalTo("role"));
  }

  @Test
  void removing_someone_who_is_not_there_is_said_so() {
    String room = Rooms.staffed();

    var answer = as(OWNER).delete("/api/rooms/{id}/members/{user}", room, OUTSIDER).then();

    answer.statusCode(404).body("code", equalTo("not_found"));
  }

  @Test
  void from_an_archived_room_owners_and_admins_may_remove_people() {
    String room = Rooms.staffed();
    Rooms.archive(room);

    as(OWNER).delete("/api/rooms/{id}/members/{user}", room, VIEWER).then().statusCode(204);
    as(ADMIN).delete("/api/rooms/{id}/members/{user}", room, EDITOR).then().statusCode(204);

    as(VIEWER).get("/api/rooms/{id}", room).then().statusCode(403);
    as(OWNER)
        .get("/api/rooms/{id}", room)
        .then()
        .body("status", equalTo("archived"))
        .body("member_count", equalTo(1));
    as(OWNER)
        .delete("/api/rooms/{id}/members/{user}", room, OWNER)
        .then()
        .statusCode(409)
        .body("code", equalTo("last_owner"));
  }

  @Test
  void nothing_else_changes_among_the_members_of_an_archived_room() {
    String room = Rooms.staffed();
    Rooms.archive(room);

    as(VIEWER)
        .delete("/api/rooms/{id}/members/{user}", room, VIEWER)
        .then()
        .statusCode(409)
        .body("code", equalTo("room_archived"));
    as(OWNER)
        .body(Map.of("user_id", EDITOR))
        .put("/api/rooms/{id}/owner", room)
        .then()
        .statusCode(409);
    as(OWNER)
        .body(Map.of("role", "VIEWER"))
        .put("/api/rooms/{id}/members/{user}", room, OUTSIDER)
        .then()
        .statusCode(409);
  }
}
