package org.andon.messaging.systemevent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.RoomTopic;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class SystemMessagesTest {
  private static final String OWNER = "owner@plant.example";
  private static final String MEI = "chen.mei@plant.example";
  private static final Map<String, String> BOTH = Map.of(OWNER, "OWNER", MEI, "EDITOR");

  @TestHTTPResource("/")
  URI base;

  private final UUID room = UUID.randomUUID();

  @BeforeEach
  void aNewRoom() {
    RoomTopic.change("andon.room.created", room, 1, BOTH, Map.of(), Map.of("title", "Line 3"));
    await().until(() -> messages(OWNER).getList("items"), items -> items.size() == 1);
  }

  /** Newest first. */
  private JsonPath messages(String user) {
    return given()
        .auth()
        .oauth2(Tokens.of(user))
        .get("/api/rooms/" + room + "/messages")
        .then()
        .extract()
        .jsonPath();
  }

  private Map<String, Object> newest(int count) {
    await().until(() -> messages(OWNER).getList("items"), items -> items.size() == count);
    return messages(OWNER).getMap("items[0]");
  }

  @Test
  void a_new_room_begins_with_a_message_that_lists_its_members() {
    Map<String, Object> created = newest(1);

    assertThat(created)
        .containsEntry("type", "system")
        .containsEntry("message_type", "system")
        .containsEntry("event", "room_created")
        .containsEntry("user_id", OWNER)
        .containsEntry("sequence_number", 1)
        .containsKeys("message_id", "timestamp", "created_at")
        .doesNotContainKeys("from", "to", "note", "changes", "member_id", "role");
    assertThat(messages(OWNER).getList("items[0].members.user_id"))
        .containsExactlyInAnyOrder(OWNER, MEI);
  }

  @Test
  void a_change_reaches_open_sockets_as_the_rooms_next_frame() {
    try (RoomClient mei = RoomClient.open(base, room, Tokens.of(MEI), "")) {
      mei.next("welcome");

      RoomTopic.change(
          "andon.room.status_changed",
          room,
          2,
          BOTH,
          Map.of("status", "active"),
          Map.of("status", "resolved", "resolution_notes", "Fuse replaced"));

      JsonNode frame = mei.next(f -> f.path("event").asText().equals("room_status_changed"));
      assertThat(frame.get("sequence_number").asLong()).isEqualTo(2);
      assertThat(frame.get("from").asText()).isEqualTo("active");
      assertThat(frame.get("to").asText()).isEqualTo("resolved");
      assertThat(frame.get("note").asText()).isEqualTo("Fuse replaced");
    }
  }

  @Test
  void an_alarm_is_told_with_its_readings_which_stand_in_charts_like_any_others() {
    Map<String, Object> alarm =
        Map.of(
            "alarm_id",
            "a1",
            "text",
            "溫度過高",
            "readings",
            Map.of("temperature", 92.5, "door", "open"));

    RoomTopic.change("andon.room.alarm_raised", room, 2, BOTH, Map.of(), Map.of("alarm", alarm));
    RoomTopic.change("andon.room.alarm_cleared", room, 3, BOTH, Map.of(), Map.of("alarm", alarm));

    assertThat(newest(3)).containsEntry("event", "alarm_cleared");
    assertThat(messages(OWNER).getMap("items[1]")).containsEntry("event", "alarm_raised");
    assertThat(messages(OWNER).getString("items[1].alarm.text")).isEqualTo("溫度過高");
    JsonPath series =
        given()
            .auth()
            .oauth2(Tokens.of(OWNER))
            .get("/api/rooms/" + room + "/incident-data/series?field=temperature&bucket=1m")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(series.getList("points.n", Integer.class).stream().mapToInt(n -> n).sum())
        .isEqualTo(2);
    assertThat(series.getDouble("points[0].max")).isEqualTo(92.5);
    given()
        .auth()
        .oauth2(Tokens.of(OWNER))
        .queryParam("where", "temperature>92", "door=open")
        .get("/api/rooms/" + room + "/incident-data")
        .then()
        .statusCode(200)
        .body("items.event", contains("alarm_cleared", "alarm_raised"));
  }

  @Test
  void changed_fields_are_told_with_what_they_were() {
    Map<String, Object> before = new HashMap<>();
    before.put("title", "Line 3");
    before.put("location", null);

    RoomTopic.change(
        "andon.room.updated",
        room,
        2,
        BOTH,
        before,
        Map.of("title", "Line 4", "location", "Hall B"));

    Map<String, Object> location = new HashMap<>();
    location.put("from", null);
    location.put("to", "Hall B");
    assertThat(newest(2))
        .containsEntry("event", "room_updated")
        .containsEntry(
            "changes",
            Map.of("title", Map.of("from", "Line 3", "to", "Line 4"), "location", location));
  }

  @Test
  void members_that_come_change_and_go_are_told_of() {
    Map<String, Object> asViewer = Map.of("member_id", MEI, "role", "VIEWER");
    Map<String, Object> asEditor = Map.of("member_id", MEI, "role", "EDITOR");

    RoomTopic.change("andon.member.added", room, 2, BOTH, Map.of(), asViewer);
    RoomTopic.change("andon.member.role_changed", room, 3, BOTH, asViewer, asEditor);
    RoomTopic.change(
        "andon.member.role_changed",
        room,
        4,
        BOTH,
        asEditor,
        Map.of("member_id", MEI, "role", "OWNER", "transferred_from", OWNER));
    RoomTopic.change(
        "andon.member.removed",
        room,
        5,
        Map.of(OWNER, "OWNER"),
        asEditor,
        Map.of("member_id", MEI));

    newest(5);
    JsonPath messages = messages(OWNER);
    assertThat(messages.getList("items.event"))
        .isEqualTo(
            List.of(
                "member_removed",
                "ownership_transferred",
                "role_changed",
                "member_added",
                "room_created"));
    assertThat(messages.getList("items.role").subList(0, 4))
        .isEqualTo(List.of("EDITOR", "OWNER", "EDITOR", "VIEWER"));
    assertThat(messages.getList("items.member_id").subList(0, 4)).containsOnly(MEI);
  }

  @Test
  void a_change_that_comes_again_is_told_once() {
    Map<String, Object> to = Map.of("title", "Line 5");
    for (int i = 0; i < 3; i++) {
      RoomTopic.change("andon.room.updated", room, 2, BOTH, Map.of("title", "Line 3"), to);
    }
    RoomTopic.change("andon.room.updated", room, 3, BOTH, to, Map.of("title", "Line 6"));

    newest(3);
    assertThat(messages(OWNER).getList("items.sequence_number")).isEqualTo(List.of(3, 2, 1));
  }

  @Test
  void changes_of_an_unknown_or_unnamed_kind_are_told_to_nobody() {
    RoomTopic.change("andon.room.painted", room, 2, BOTH, Map.of(), Map.of());
    RoomTopic.announce(room, 3, BOTH);
    RoomTopic.change("andon.room.updated", room, 4, BOTH, Map.of(), Map.of("title", "Line 7"));

    assertThat(newest(2)).containsEntry("event", "room_updated");
  }
}
