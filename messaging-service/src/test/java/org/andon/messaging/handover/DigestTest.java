package org.andon.messaging.handover;

import static org.andon.messaging.handover.LineRoom.as;
import static org.andon.messaging.handover.LineRoom.handOver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a handover tells. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class DigestTest {
  @TestHTTPResource("/")
  URI base;

  private final String line = "三號線 " + UUID.randomUUID();
  private final String wei = "wei." + UUID.randomUUID() + "@plant.example";
  private final String mei = "mei." + UUID.randomUUID() + "@plant.example";
  private LineRoom room;

  @BeforeEach
  void aRoomAtTheLine() {
    room = new LineRoom(line, Map.of(wei, "EDITOR", mei, "VIEWER"));
  }

  private JsonPath handedOver() {
    return handOver(wei, line, "").statusCode(201).extract().jsonPath();
  }

  private JsonPath read(String user, String id) {
    return as(user).get("/api/handovers/" + id).then().statusCode(200).extract().jsonPath();
  }

  private void awaitMessages(int count) {
    await()
        .until(
            () ->
                as(wei)
                    .get("/api/rooms/" + room.id + "/messages")
                    .path("pagination.last_sequence_number")
                    .equals(count));
  }

  @Test
  void it_tells_what_was_said_changed_marked_and_measured() {
    String cause = room.post(wei, "風扇停止 🌀");
    room.post(wei, "watching");
    String reading = room.measure(wei, "92.5");
    room.measure(wei, "79");
    room.mark(base, wei, cause, "root_cause");
    room.mark(base, wei, reading, "measurement");
    room.becomeCritical();
    awaitMessages(7);

    JsonPath told = handedOver();

    assertThat(told.getMap("rooms[0]"))
        .containsEntry("room_id", room.id.toString())
        .containsEntry("title", "烤箱 3 過熱")
        .containsEntry("severity", "critical")
        .containsEntry("status", "active")
        .containsEntry("last_sequence_number", 7)
        .containsEntry("messages", 4)
        .containsEntry("files", 0)
        .containsEntry("unread", 0);
    assertThat(told.getString("rooms[0].opened_at")).endsWith("Z");
    assertThat(told.getMap("rooms[0].speakers.items[0]"))
        .containsEntry("user_id", wei)
        .containsEntry("name", "Name of " + wei)
        .containsEntry("messages", 4);
    assertThat(told.getMap("rooms[0].changes.items[0]"))
        .containsEntry("event", "room_updated")
        .containsEntry("sequence_number", 7)
        .containsEntry("from", "high")
        .containsEntry("to", "critical")
        .containsEntry("user_id", "owner@plant.example");
    assertThat(told.getList("rooms[0].changes.items[0].fields", String.class))
        .containsExactlyInAnyOrder("severity", "root_cause");
    assertThat(told.getList("rooms[0].marks.items.mark"))
        .isEqualTo(List.of("root_cause", "measurement"));
    assertThat(told.getList("rooms[0].marks.items.text"))
        .isEqualTo(List.of("風扇停止 🌀", "temperature 92.5"));
    assertThat(told.getList("rooms[0].out_of_bounds.items")).hasSize(1);
    assertThat(told.getMap("rooms[0].out_of_bounds.items[0]"))
        .containsEntry("field", "temperature")
        .containsEntry("value", 92.5f)
        .containsEntry("unit", "°C")
        .containsEntry("limit", 80)
        .containsEntry("bound", "high")
        .containsEntry("sequence_number", 3);
  }

  @Test
  void it_tells_what_is_still_to_be_done() {
    String action = room.post(wei, "change the belt");
    String done = room.post(wei, "call maintenance");
    room.mark(base, wei, action, "action");
    room.mark(base, wei, done, "action");
    room.mark(base, wei, done, null);
    room.leaveToDo("lock the machine out", "tell quality");
    awaitMessages(6);

    JsonPath told = handedOver();

    assertThat(told.getList("rooms[0].open_actions.items.text"))
        .isEqualTo(List.of("change the belt", "lock the machine out"));
    assertThat(told.getString("rooms[0].open_actions.items[0].message_id")).isEqualTo(action);
    assertThat(told.getString("rooms[0].open_actions.items[1].message_id")).isNull();
    assertThat(told.getString("rooms[0].open_actions.items[1].item_id")).isNotNull();
    assertThat(told.getInt("open_action_count")).isEqualTo(2);
  }

  @Test
  void it_stays_as_it_was_but_for_what_each_reader_has_not_read() {
    room.post(wei, "before");
    JsonPath made = handedOver();
    String id = made.getString("handover_id");

    room.post(wei, "after");
    room.becomeCritical();
    awaitMessages(3);

    assertThat(read(wei, id).getMap("")).isEqualTo(made.getMap(""));
    assertThat(read(mei, id).getInt("rooms[0].unread")).isEqualTo(2);
    assertThat(read(mei, id).getInt("rooms[0].messages")).isEqualTo(1);
  }

  @Test
  void what_is_deleted_later_loses_its_text() {
    String cause = room.post(wei, "wrong name in here");
    String action = room.post(wei, "also here");
    room.mark(base, wei, cause, "root_cause");
    room.mark(base, wei, action, "action");
    String id = handedOver().getString("handover_id");

    room.delete(base, wei, cause);
    room.delete(base, wei, action);

    JsonPath read = read(mei, id);
    assertThat(read.getString("rooms[0].marks.items[0].message_id")).isEqualTo(cause);
    assertThat(read.getString("rooms[0].marks.items[0].text")).isNull();
    assertThat(read.getString("rooms[0].open_actions.items[0].text")).isNull();
  }

  @Test
  void a_room_that_is_resolved_is_not_handed_over() {
    LineRoom other = new LineRoom(line, Map.of(wei, "OWNER"));
    other.resolve();
    await()
        .until(
            () ->
                as(wei)
                    .get("/api/rooms/" + other.id + "/messages")
                    .path("pagination.last_sequence_number")
                    .equals(1));

    assertThat(handedOver().getList("rooms.room_id")).isEqualTo(List.of(room.id.toString()));
  }

  @Test
  void long_lists_are_cut_and_say_so() {
    for (int i = 0; i < 4; i++) {
      room.measure(wei, String.valueOf(90 + i));
    }
    for (int i = 0; i < 2; i++) {
      room.mark(base, wei, room.post(wei, "長".repeat(300)), "decision");
    }

    JsonPath told = handedOver();

    assertThat(told.getList("rooms[0].out_of_bounds.items.value", Integer.class))
        .containsExactly(91, 92, 93);
    assertThat(told.getInt("rooms[0].out_of_bounds.left_out")).isEqualTo(1);
    assertThat(told.getInt("out_of_bounds_count")).isEqualTo(4);
    assertThat(told.getString("rooms[0].marks.items[0].text")).isEqualTo("長".repeat(200));
  }
}
