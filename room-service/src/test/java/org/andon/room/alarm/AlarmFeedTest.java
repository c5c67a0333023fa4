package org.andon.room.alarm;

import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.RoomTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class AlarmFeedTest {
  private final Line line = new Line();

  @Test
  void an_alarm_opens_a_room_from_the_template_that_names_its_location() {
    String template = Line.make(line.oven);

    line.put(Line.RAISED, line.alarm("a1", "\"severity\":\"critical\","));

    String room = line.room();
    assertThat(line.rooms().getFirst())
        .containsEntry("title", "烤箱溫度異常: 溫度過高")
        .containsEntry("severity", "critical")
        .containsEntry("created_by", "machine:plant.alarms.v1")
        .containsEntry("member_count", 2);
    assertThat(templateOf(room)).isEqualTo(template);
    as(EDITOR)
        .get("/api/rooms/{id}/activity", room)
        .then()
        .statusCode(200)
        .body("items.event", contains("alarm_raised", "room_created"))
        .body("items[0].to.alarm.alarm_id", equalTo(line.id("a1")))
        .body("items[0].to.alarm.severity", equalTo("critical"))
        .body("items[0].to.alarm.text", equalTo("溫度過高"))
        .body("items[0].to.alarm.readings.temperature", equalTo(92.5f));
  }

  @Test
  void further_alarms_and_their_end_are_told_in_the_room_that_is_open() {
    Line.make(line.name + "*");

    line.raise("a1");
    line.raise("a2");
    line.clear("a1");
    line.clear("a1");
    line.raise("a3");

    String room = line.room();
    await().atMost(Line.SOON).until(() -> line.told(room).contains("+a3"));
    assertThat(line.told(room)).containsExactly("+a1", "+a2", "-a1", "+a3");
    assertThat(line.rooms()).hasSize(1);
  }

  @Test
  void an_end_that_comes_before_its_alarm_is_told_after_it() {
    Line.make(line.oven);

    line.clear("a1");
    line.raise("a1");
    line.raise("a1");
    line.clear("a1");
    line.raise("a2");

    String room = line.room();
    await().atMost(Line.SOON).until(() -> line.told(room).contains("+a2"));
    assertThat(line.told(room)).containsExactly("+a1", "-a1", "+a2");
  }

  @Test
  void an_alarm_after_the_incident_is_resolved_opens_another_room_and_an_end_is_told_in_the_old() {
    Line.make(line.oven);
    line.raise("a1");
    String first = line.room();
    as(EDITOR)
        .body(Map.of("status", "resolved", "resolution_notes", "更換"))
        .put("/api/rooms/{id}/status", first)
        .then()
        .statusCode(200);

    line.clear("a1");
    line.raise("a2");

    await().atMost(Line.SOON).until(() -> line.rooms().size() == 2);
    assertThat(line.told(first)).containsExactly("+a1", "-a1");
  }

  @Test
  void the_template_that_names_a_location_most_exactly_is_the_one() {
    Line.make(line.name + "*");
    String exact = Line.make(line.oven);
    Line.make(line.name + " / *");

    line.raise("a1");

    assertThat(templateOf(line.room())).isEqualTo(exact);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Line*3", "   ", "Line\u0000"})
  void a_location_is_a_name_or_a_beginning(String location) {
    as(ADMIN)
        .body(Line.templateFor(List.of(location)))
        .post("/api/room-templates")
        .then()
        .statusCode(422);
  }

  @Test
  void somebody_must_look_after_a_room_that_an_alarm_opens() {
    Map<String, Object> template = Line.templateFor(List.of(line.oven));
    template.put("members", List.of(Map.of("user_id", EDITOR, "role", "EDITOR")));

    as(ADMIN)
        .body(template)
        .post("/api/room-templates")
        .then()
        .statusCode(422)
        .body("errors.field", hasItem("alarm_locations"));
  }

  private static String templateOf(String room) {
    await().atMost(Line.SOON).until(() -> !RoomTopic.eventsOf(room).isEmpty());
    return Line.event(RoomTopic.eventsOf(room).getFirst()).getString("room.template_id");
  }
}
