package org.andon.e2e;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to a room in room-service, as the services around it see it. */
@ExtendWith(SharedStack.class)
class RoomLifeIT {
  private final Person wei;
  private final Person mei;
  private final Person john;
  private final Person admin;

  RoomLifeIT(Stack stack) {
    wei = Person.signIn(stack, "li.wei");
    mei = Person.signIn(stack, "chen.mei");
    john = Person.signIn(stack, "john.doe");
    admin = Person.signIn(stack, "admin");
  }

  @Test
  void every_change_is_told_in_the_room_once_and_in_order() {
    UUID room = wei.createRoom("3 號線烤箱溫度異常", Map.of(mei.userId(), "EDITOR"));
    put(wei, room, "members/" + john.userId(), Map.of("role", "VIEWER"));
    put(wei, room, "members/" + john.userId(), Map.of("role", "EDITOR"));
    json(wei).body(Map.of("severity", "critical")).patch("/api/rooms/{id}", room);
    put(wei, room, "owner", Map.of("user_id", mei.userId()));
    john.request().delete("/api/rooms/{id}/members/{user}", room, john.userId());
    put(mei, room, "status", Map.of("status", "resolved", "resolution_notes", "更換感測器"));
    put(mei, room, "status", Map.of("status", "active"));

    List<String> expected =
        List.of(
            "room_status_changed",
            "room_status_changed",
            "member_removed",
            "ownership_transferred",
            "room_updated",
            "role_changed",
            "member_added",
            "room_created");
    wei.request()
        .get("/api/rooms/{id}/activity", room)
        .then()
        .statusCode(200)
        .body("items.event", equalTo(expected));
    await()
        .untilAsserted(
            () ->
                wei.request()
                    .get("/api/rooms/{id}/messages", room)
                    .then()
                    .body("items.event", equalTo(expected)));
  }

  @Test
  void a_room_from_a_template_tells_its_work_and_its_end_too() {
    UUID room = roomFromTemplate();
    String item = wei.request().get("/api/rooms/{id}/checklist", room).path("items[0].item_id");

    put(mei, room, "checklist/" + item, Map.of("done", true));
    put(wei, room, "status", Map.of("status", "resolved", "resolution_notes", "更換感測器"));
    put(wei, room, "status", Map.of("status", "active"));
    put(wei, room, "status", Map.of("status", "resolved", "resolution_notes", "再換一次"));
    put(wei, room, "status", Map.of("status", "archived"));
    wei.request().delete("/api/rooms/{id}/members/{user}", room, mei.userId());

    await()
        .untilAsserted(
            () ->
                wei.request()
                    .get("/api/rooms/{id}/messages", room)
                    .then()
                    .body(
                        "items.event",
                        equalTo(
                            List.of(
                                "member_removed",
                                "room_status_changed",
                                "room_status_changed",
                                "room_status_changed",
                                "room_status_changed",
                                "room_updated",
                                "room_created"))));
    wei.request()
        .get("/api/rooms/{id}/messages", room)
        .then()
        .body(
            "items.to",
            equalTo(asList(null, "archived", "resolved", "active", "resolved", null, null)))
        .body("items[4].note", equalTo("更換感測器"))
        .body("items[5].user_id", equalTo(mei.userId()))
        .body("items[5].changes.checklist_item.to.text", equalTo("停線"))
        .body("items[5].changes.checklist_item.to.done", equalTo(true))
        .body("items[6].members.user_id", hasItems(wei.userId(), mei.userId()));
  }

  private UUID roomFromTemplate() {
    String template =
        json(admin)
            .body(
                Map.of(
                    "name",
                    "life " + UUID.randomUUID(),
                    "incident_type",
                    "safety",
                    "severity",
                    "high",
                    "title",
                    "漏液",
                    "members",
                    List.of(Map.of("user_id", mei.userId(), "role", "EDITOR")),
                    "checklist",
                    List.of(Map.of("text", "停線"))))
            .post("/api/room-templates")
            .then()
            .statusCode(201)
            .extract()
            .path("template_id");
    return UUID.fromString(
        json(wei)
            .body(Map.of("template_id", template))
            .post("/api/rooms")
            .then()
            .statusCode(201)
            .extract()
            .path("room_id"));
  }

  @Test
  void the_first_message_by_someone_else_is_the_response() {
    UUID room = wei.createRoom("烤箱", Map.of(mei.userId(), "EDITOR"));

    try (RoomClient client = mei.open(room)) {
      client.post("on my way");
      client.messages(1);
    }

    await()
        .untilAsserted(
            () ->
                wei.request()
                    .get("/api/rooms/{id}", room)
                    .then()
                    .body("first_response_at", notNullValue())
                    .body("version", equalTo(1)));
    wei.request()
        .get("/api/rooms/stats")
        .then()
        .statusCode(200)
        .body("total.opened", greaterThanOrEqualTo(1))
        .body("total.mtta_seconds", notNullValue());
  }

  @Test
  void a_new_role_holds_on_an_open_socket_and_for_files_within_two_seconds() {
    UUID room = wei.createRoom("烤箱", Map.of(john.userId(), "EDITOR"));

    try (RoomClient client = john.open(room)) {
      client.next("welcome");
      put(wei, room, "members/" + john.userId(), Map.of("role", "VIEWER"));

      await()
          .atMost(Duration.ofSeconds(2))
          .until(
              () -> {
                client.post("may I still?");
                return client
                    .next(it -> List.of("ack", "error").contains(it.get("type").asText()))
                    .get("type")
                    .asText()
                    .equals("error");
              });
    }
    await()
        .atMost(Duration.ofSeconds(2))
        .until(
            () ->
                john.request()
                        .multiPart(
                            "file",
                            "log.txt",
                            "85 °C".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            "text/plain")
                        .post("/api/rooms/{room}/files", room)
                        .statusCode()
                    == 403);
  }

  @Test
  void somebody_who_was_removed_finds_the_room_nowhere() {
    UUID room = wei.createRoom("烤箱", Map.of(john.userId(), "EDITOR"));

    wei.request().delete("/api/rooms/{id}/members/{user}", room, john.userId());

    john.request().get("/api/rooms/{id}", room).then().statusCode(403);
    assertThat(john.request().get("/api/rooms").<List<String>>path("items.room_id"))
        .doesNotContain(room.toString());
    await()
        .atMost(Duration.ofSeconds(2))
        .until(
            () ->
                john.request().get("/api/rooms/{id}/files", room).statusCode() == 403
                    && john.request().get("/api/rooms/{id}/messages", room).statusCode() == 403);
  }

  private static void put(Person caller, UUID room, String path, Map<String, ?> body) {
    json(caller).body(body).put("/api/rooms/" + room + "/" + path).then().statusCode(200);
  }

  private static RequestSpecification json(Person person) {
    return person.request().contentType("application/json");
  }
}
