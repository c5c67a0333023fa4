package org.andon.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every call of room-service's table, by everyone who may try it. */
@ExtendWith(SharedStack.class)
class RoomMatrixIT {
  private static final String GUEST = "op02@plant.example";

  private final Stack stack;
  private final Person owner;
  private final Person editor;
  private final Person viewer;
  private final Person outsider;
  private final Person admin;

  private String template;
  private String room;
  private String item;

  RoomMatrixIT(Stack stack) {
    this.stack = stack;
    owner = Person.signIn(stack, "li.wei");
    editor = Person.signIn(stack, "chen.mei");
    viewer = Person.signIn(stack, "wang.fang");
    outsider = Person.signIn(stack, "john.doe");
    admin = Person.signIn(stack, "admin");
  }

  @BeforeEach
  void a_template_and_a_room_made_from_it() {
    template =
        json(admin.request())
            .body(templateRequest())
            .post("/api/room-templates")
            .then()
            .statusCode(201)
            .extract()
            .path("template_id");
    freshRoom();
  }

  @ParameterizedTest(name = "{0}: {1} {2} {3} {4} {5} {6}")
  @CsvSource({
    // owner, editor, viewer, outsider, admin, no token
    "create room,     201, 201, 201, 201, 201, 401",
    "list rooms,      200, 200, 200, 200, 200, 401",
    "see room,        200, 200, 200, 403, 200, 401",
    "edit,            200, 403, 403, 403, 200, 401",
    "resolve,         200, 403, 403, 403, 200, 401",
    "reopen,          200, 403, 403, 403, 200, 401",
    "archive,         200, 403, 403, 403, 200, 401",
    "delete,          204, 403, 403, 403, 204, 401",
    "see members,     200, 200, 200, 403, 200, 401",
    "add member,      200, 403, 403, 403, 200, 401",
    "change role,     200, 403, 403, 403, 200, 401",
    "remove member,   204, 403, 403, 403, 204, 401",
    "leave,           409, 204, 204, 403, 404, 401",
    "transfer,        200, 403, 403, 403, 200, 401",
    "see activity,    200, 200, 200, 403, 200, 401",
    "list templates,  200, 200, 200, 200, 200, 401",
    "see template,    200, 200, 200, 200, 200, 401",
    "create template, 403, 403, 403, 403, 201, 401",
    "edit template,   403, 403, 403, 403, 200, 401",
    "delete template, 403, 403, 403, 403, 204, 401",
    "see checklist,   200, 200, 200, 403, 200, 401",
    "tick item off,   200, 200, 403, 403, 200, 401",
    "see stats,       200, 200, 200, 200, 200, 401",
  })
  void a_role_decides(
      String call, int byOwner, int byEditor, int byViewer, int byOutsider, int byAdmin, int none) {
    SoftAssertions answers = new SoftAssertions();
    answers.assertThat(status(call, owner)).as("owner").isEqualTo(byOwner);
    answers.assertThat(status(call, editor)).as("editor").isEqualTo(byEditor);
    answers.assertThat(status(call, viewer)).as("viewer").isEqualTo(byViewer);
    answers.assertThat(status(call, outsider)).as("outsider").isEqualTo(byOutsider);
    answers.assertThat(status(call, admin)).as("admin").isEqualTo(byAdmin);
    RequestSpecification nobody = given().baseUri(stack.gateway().toString());
    answers.assertThat(answer(call, json(nobody), "nobody")).as("no token").isEqualTo(none);
    answers.assertAll();
  }

  private int status(String call, Person caller) {
    if (call.equals("delete") || call.equals("delete template")) {
      a_template_and_a_room_made_from_it();
    } else {
      freshRoom();
    }
    if (call.equals("reopen") || call.equals("archive")) {
      resolve();
    }
    return answer(call, json(caller.request()), caller.userId());
  }

  /** The status; whatever is refused is refused as a problem. */
  private int answer(String call, RequestSpecification request, String caller) {
    Response response = perform(call, request, caller);
    if (response.statusCode() >= 400) {
      assertThat(response.contentType()).startsWith("application/problem+json");
      assertThat(response.<String>path("code")).isNotBlank();
    }
    return response.statusCode();
  }

  private Response perform(String call, RequestSpecification request, String caller) {
    return switch (call) {
      case "create room" -> request.body(Map.of("template_id", template)).post("/api/rooms");
      case "list rooms" -> request.get("/api/rooms?status=active&q=烤箱&sort=-created_at");
      case "see room" -> request.get("/api/rooms/{id}", room);
      case "edit" -> request.body(Map.of("title", "B")).patch("/api/rooms/{id}", room);
      case "resolve" ->
          request
              .body(Map.of("status", "resolved", "resolution_notes", "done"))
              .put("/api/rooms/{id}/status", room);
      case "reopen" -> put(request, "status", Map.of("status", "active"));
      case "archive" -> put(request, "status", Map.of("status", "archived"));
      case "delete" -> request.delete("/api/rooms/{id}", room);
      case "see members" -> request.get("/api/rooms/{id}/members", room);
      case "add member" -> put(request, "members/op01@plant.example", Map.of("role", "VIEWER"));
      case "change role" -> put(request, "members/" + GUEST, Map.of("role", "EDITOR"));
      case "remove member" -> request.delete("/api/rooms/{id}/members/{user}", room, GUEST);
      case "leave" -> request.delete("/api/rooms/{id}/members/{user}", room, caller);
      case "transfer" -> put(request, "owner", Map.of("user_id", editor.userId()));
      case "see activity" -> request.get("/api/rooms/{id}/activity", room);
      case "list templates" -> request.get("/api/room-templates");
      case "see template" -> request.get("/api/room-templates/{id}", template);
      case "create template" -> request.body(templateRequest()).post("/api/room-templates");
      case "edit template" ->
          request.body(templateRequest()).put("/api/room-templates/{id}", template);
      case "delete template" -> request.delete("/api/room-templates/{id}", template);
      case "see checklist" -> request.get("/api/rooms/{id}/checklist", room);
      case "tick item off" -> put(request, "checklist/" + item, Map.of("done", true));
      case "see stats" -> request.get("/api/rooms/stats?from=2026-01-01T00:00:00Z");
      default -> throw new IllegalArgumentException(call);
    };
  }

  private Response put(RequestSpecification request, String path, Map<String, ?> body) {
    return request.body(body).put("/api/rooms/" + room + "/" + path);
  }

  private void resolve() {
    put(json(owner.request()), "status", Map.of("status", "resolved", "resolution_notes", "更換感測器"))
        .then()
        .statusCode(200);
  }

  private void freshRoom() {
    room =
        json(owner.request())
            .body(Map.of("template_id", template))
            .post("/api/rooms")
            .then()
            .statusCode(201)
            .extract()
            .path("room_id");
    item = owner.request().get("/api/rooms/{id}/checklist", room).path("items[0].item_id");
  }

  private Map<String, Object> templateRequest() {
    return Map.of(
        "name",
        "matrix " + UUID.randomUUID(),
        "incident_type",
        "equipment_failure",
        "severity",
        "high",
        "title",
        "3 號線烤箱溫度異常",
        "members",
        List.of(
            Map.of("user_id", editor.userId(), "role", "EDITOR"),
            Map.of("user_id", viewer.userId(), "role", "VIEWER"),
            Map.of("user_id", GUEST, "role", "VIEWER")),
        "checklist",
        List.of(Map.of("text", "停線")));
  }

  private static RequestSpecification json(RequestSpecification request) {
    return request.contentType("application/json");
  }
}
