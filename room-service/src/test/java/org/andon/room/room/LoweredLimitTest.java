package org.andon.room.room;

import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OUTSIDER;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.api.Test;

/** A room from the time when more people were allowed in one. */
@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class LoweredLimitTest {
  private static final int LIMIT = 1_000;

  @Inject DataSource database;

  @Test
  void a_room_with_too_many_members_may_change_but_not_grow() throws SQLException {
    String room = Rooms.staffed();
    crowd(room);

    as(OWNER).body(Map.of("severity", "low")).patch("/api/rooms/{id}", room).then().statusCode(200);
    member(room, EDITOR, "VIEWER").then().statusCode(200);
    as(OWNER).delete("/api/rooms/{id}/members/{u}", room, VIEWER).then().statusCode(204);
    member(room, OUTSIDER, "VIEWER")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("members"));
    Rooms.resolve(room);
  }

  private static Response member(String room, String user, String role) {
    return as(OWNER).body(Map.of("role", role)).put("/api/rooms/{id}/members/{u}", room, user);
  }

  private void crowd(String room) throws SQLException {
    try (var connection = database.getConnection();
        var crowd =
            connection.prepareStatement(
                """
                with crowd as (
                  insert into room_members (room_id, user_id, role, joined_at)
                  select ?::uuid, 'op' || n || '@plant.example', 'VIEWER', now()
                  from generate_series(1, ?) n returning room_id)
                update rooms set member_count = member_count + (select count(*) from crowd)
                where room_id = ?::uuid
                """)) {
      crowd.setString(1, room);
      crowd.setInt(2, LIMIT);
      crowd.setString(3, room);
      crowd.executeUpdate();
    }
  }
}
