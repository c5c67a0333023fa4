package org.andon.room.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.room.testing.RoomTopic;
import org.andon.room.testing.Templates;
import org.andon.room.testing.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A production line with an oven, whose alarms and rooms no other has. */
class Line {
  static final String RAISED = "plant.alarm.raised";
  static final String CLEARED = "plant.alarm.cleared";
  static final Duration SOON = Duration.ofSeconds(60);

  final String name = "Line 😀 " + UUID.randomUUID();
  final String oven = name + " / Oven 2";

  /** A template that alarms at these locations open rooms from. */
  static Map<String, Object> templateFor(List<String> locations) {
    Map<String, Object> template = new HashMap<>(Templates.oven());
    template.put("alarm_locations", locations);
    return template;
  }

  /** Returns the template's id. */
  static String make(String location) {
    return as(ADMIN)
        .body(templateFor(List.of(location)))
        .post("/api/room-templates")
        .then()
        .statusCode(201)
        .body("alarm_locations", hasItem(location))
        .extract()
        .path("template_id");
  }

  String id(String alarm) {
    return name + " " + alarm;
  }

  String alarm(String alarm) {
    return alarm(alarm, "");
  }

  /**
   * @param more fields, each with a comma after it
   */
  String alarm(String alarm, String more) {
    return """
    {%s"alarm_id":"%s","location":"%s","text":"溫度過高",
     "readings":{"temperature":92.5,"door":"closed"}}
    """
        .formatted(more, id(alarm), oven);
  }

  void raise(String alarm) {
    put(RAISED, alarm(alarm));
  }

  void clear(String alarm) {
    put(CLEARED, alarm(alarm));
  }

  /** All of the line in one partition, as the contract says. */
  void put(String type, String value) {
    Topic.put("plant.alarms.v1", name, Map.of("ce_type", type), value);
  }

  String room() {
    await().atMost(SOON).until(() -> !rooms().isEmpty());
    return (String) rooms().getFirst().get("room_id");
  }

  List<Map<String, Object>> rooms() {
    return as(ADMIN)
        .queryParam("mine", "false")
        .queryParam("location", oven)
        .get("/api/rooms")
        .then()
        .statusCode(200)
        .extract()
        .path("items");
  }

  /** The alarms that a room was told of, {@code +} for raised and {@code -} for cleared. */
  List<String> told(String roomId) {
    return RoomTopic.eventsOf(roomId).stream()
        .filter(event -> type(event).startsWith("andon.room.alarm_"))
        .map(
            event ->
                (type(event).endsWith("raised") ? "+" : "-")
                    + event(event)
                        .getString("change.to.alarm.alarm_id")
                        .substring(name.length() + 1))
        .toList();
  }

  static JsonPath event(ConsumerRecord<String, String> event) {
    return new JsonPath(event.value());
  }

  private static String type(ConsumerRecord<String, String> event) {
    return new String(event.headers().lastHeader("ce_type").value(), UTF_8);
  }
}
