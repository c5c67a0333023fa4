package org.andon.room.membership;

import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OUTSIDER;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class RoleMatrixTest {

  @ParameterizedTest(name = "{0}: owner {1}, editor {2}, viewer {3}, outsider {4}, admin {5}")
  @CsvSource({
    "see room,      200, 200, 200, 403, 200",
    "see members,   200, 200, 200, 403, 200",
    "edit,          200, 403, 403, 403, 200",
    "resolve,       200, 403, 403, 403, 200",
    "add member,    200, 403, 403, 403, 200",
    "remove viewer, 204, 403, 204, 403, 204",
    "transfer,      200, 403, 403, 403, 200",
    "delete,        204, 403, 403, 403, 204",
  })
  void a_role_decides(String call, int owner, int editor, int viewer, int outsider, int admin) {
    expect(call, OWNER, owner);
    expect(call, EDITOR, editor);
    expect(call, VIEWER, viewer);
    expect(call, OUTSIDER, outsider);
    expect(call, ADMIN, admin);
  }

  private static void expect(String call, String caller, int status) {
    String room = Rooms.staffed();

    perform(call, as(caller), room).then().statusCode(status);
  }

  private static Response perform(String call, RequestSpecification request, String room) {
    return switch (call) {
      case "see room" -> request.get("/api/rooms/{id}", room);
      case "see members" -> request.get("/api/rooms/{id}/members", room);
      case "edit" -> request.body(Map.of("title", "B")).patch("/api/rooms/{id}", room);
      case "resolve" ->
          request
              .body(Map.of("status", "resolved", "resolution_notes", "done"))
              .put("/api/rooms/{id}/status", room);
      case "add member" ->
          request
              .body(Map.of("role", "VIEWER"))
              .put("/api/rooms/{id}/members/op01@plant.example", room);
      case "remove viewer" -> request.delete("/api/rooms/{id}/members/{user}", room, VIEWER);
      case "transfer" -> request.body(Map.of("user_id", EDITOR)).put("/api/rooms/{id}/owner", room);
      case "delete" -> request.delete("/api/rooms/{id}", room);
      default -> throw new IllegalArgumentException(call);
    };
  }
}
