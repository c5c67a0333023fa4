package org.andon.room.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.RoomTopic;
import org.andon.room.testing.Templates;
import org.andon.room.testing.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class AlarmFeedTest {
  private static final String RAISED = "plant.alarm.raised";
  private static final String CLEARED = "plant.alarm.cleared";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final String line = "Line " + UUID.randomUUID();
  private final String oven = line + " / Oven 2";

  @Test
  void an_alarm_opens_a_room_from_the_template_that_names_its_location() {
    template(List.of(oven));

    put(RAISED, alarm("a1", "critical"));

    Map<String, Object> room = theRoom();
    assertThat(room)
        .containsEntry("title", "烤箱溫度異常: 溫度過高")
        .containsEntry("severity", "critical")
        .containsEntry("created_by", "machine:plant.alarms.v1")
        .containsEntry("member_count", 2);
    as(EDITOR).get("/api/rooms/{id}", room.get("room_id")).then().statusCode(200);
    JsonPath told = told(room, "andon.room.alarm_raised").getFirst();
    assertThat(told.getString("change.to.alarm.alarm_id")).isEqualTo(id("a1"));
    assertThat(told.getString("change.to.alarm.text")).isEqualTo("溫度過高");
    assertThat(told.getFloat("change.to.alarm.readings.temperature")).isEqualTo(92.5f);
    assertThat(told.getString("room.template_id")).isNotBlank();
  }

  @Test
  void further_alarms_and_their_end_are_told_in_the_room_that_is_open() {
    template(List.of(line + "*"));

    put(RAISED, alarm("a1", null));
    put(RAISED, alarm("a2", null));
    put(CLEARED, alarm("a1", null));
    put(CLEARED, alarm("a1", null));
    put(CLEARED, alarm("never raised", null));
    put(RAISED, alarm("a3", null));

    Map<String, Object> room = theRoom();
    await().atMost(SOON).until(() -> told(room, "andon.room.alarm_raised").size() == 3);
    assertThat(told(room, "andon.room.alarm_cleared")).hasSize(1);
    assertThat(rooms()).hasSize(1);
  }

  @Test
  void an_alarm_that_comes_again_and_alarms_at_one_moment_open_one_room() {
    template(List.of(oven));

    CompletableFuture.allOf(
            IntStream.range(0, 12)
                .mapToObj(
                    i ->
                        CompletableFuture.runAsync(
                            () -> put(i % 3 + "", RAISED, alarm("a" + i % 2, null))))
                .toArray(CompletableFuture[]::new))
        .join();

    Map<String, Object> room = theRoom();
    await().atMost(SOON).until(() -> told(room, "andon.room.alarm_raised").size() == 2);
    assertThat(rooms()).hasSize(1);
  }

  @Test
  void the_template_that_names_a_location_most_exactly_is_the_one() {
    template(List.of(line + "*"));
    String exact = template(List.of(oven));

    put(RAISED, alarm("a1", null));

    assertThat(told(theRoom(), "andon.room.created").getFirst().getString("room.template_id"))
        .isEqualTo(exact);
  }

  @Test
  void what_is_no_alarm_is_passed_over() {
    template(List.of(oven));
    for (String value :
        new String[] {
          "{",
          "[]",
          "null",
          "{}",
          "{\"alarm_id\":\"x\",\"location\":\"" + oven + "\"}",
          "{\"alarm_id\":\"x\\u0000\",\"location\":\"" + oven + "\",\"text\":\"t\"}",
          "{\"alarm_id\":\"x\",\"location\":\"" + oven + "\",\"text\":\"t\",\"severity\":\"bad\"}",
          "{\"alarm_id\":\"x\",\"location\":\""
              + oven
              + "\",\"text\":\"t\",\"readings\":{\"a\":{}}}",
          "{\"alarm_id\":\"x\",\"location\":\""
              + oven
              + "\",\"text\":\""
              + "t".repeat(70_000)
              + "\"}",
        }) {
      put(RAISED, value);
    }
    put("plant.alarm.unheard_of", alarm("x", null));
    Topic.put("plant.alarms.v1", line, Map.of(), alarm("x", null));
    put(RAISED, alarm("elsewhere", null).replace(oven, "where no template is"));

    put(RAISED, alarm("a1", null));

    assertThat(told(theRoom(), "andon.room.alarm_raised")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Line*3", "   "})
  void a_location_is_a_name_or_a_beginning(String location) {
    as(ADMIN).body(with(List.of(location))).post("/api/room-templates").then().statusCode(422);
  }

  @Test
  void somebody_must_look_after_a_room_that_an_alarm_opens() {
    Map<String, Object> template = with(List.of(oven));
    template.put("members", List.of(Map.of("user_id", EDITOR, "role", "EDITOR")));

    as(ADMIN)
        .body(template)
        .post("/api/room-templates")
        .then()
        .statusCode(422)
        .body("errors.field", hasItem("alarm_locations"));
  }

  private static Map<String, Object> with(List<String> locations) {
    Map<String, Object> template = new HashMap<>(Templates.oven());
    template.put("alarm_locations", locations);
    return template;
  }

  private static String template(List<String> locations) {
    return as(ADMIN)
        .body(with(locations))
        .post("/api/room-templates")
        .then()
        .statusCode(201)
        .body("alarm_locations", hasItem(locations.getFirst()))
        .extract()
        .path("template_id");
  }

  private String id(String name) {
    return line + " " + name;
  }

  private String alarm(String name, String severity) {
    return """
    {"alarm_id":"%s","location":"%s",%s"text":"溫度過高",
     "readings":{"temperature":92.5,"door":"closed"}}
    """
        .formatted(id(name), oven, severity == null ? "" : "\"severity\":\"" + severity + "\",");
  }

  private void put(String type, String value) {
    put(line, type, value);
  }

  private static void put(String key, String type, String value) {
    Topic.put("plant.alarms.v1", key, Map.of("ce_type", type), value);
  }

  private Map<String, Object> theRoom() {
    await().atMost(SOON).until(() -> !rooms().isEmpty());
    return rooms().getFirst();
  }

  private List<Map<String, Object>> rooms() {
    return as(ADMIN)
        .queryParam("mine", "false")
        .queryParam("location", oven)
        .get("/api/rooms")
        .then()
        .statusCode(200)
        .extract()
        .path("items");
  }

  /** What the topic of rooms says of a kind. */
  private static List<JsonPath> told(Map<String, Object> room, String type) {
    String roomId = (String) room.get("room_id");
    await().atMost(SOON).until(() -> RoomTopic.eventsOf(roomId).size() >= 2);
    return RoomTopic.eventsOf(roomId).stream()
        .filter(
            event -> new String(event.headers().lastHeader("ce_type").value(), UTF_8).equals(type))
        .map(event -> new JsonPath(event.value()))
        .toList();
  }
}
