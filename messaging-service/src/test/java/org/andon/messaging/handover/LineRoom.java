package org.andon.messaging.handover;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.contracts.IncidentRoom;
import org.andon.contracts.IncidentRoom.ChecklistItem;
import org.andon.messaging.support.RoomTopic;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;

/** A room at a line, and what happens in it. */
final class LineRoom {
  final UUID id = UUID.randomUUID();
  private final String location;
  private final Map<String, String> roles = new LinkedHashMap<>();
  private long version;
  private String status = "active";
  private String severity = "high";
  private List<ChecklistItem> checklist = List.of();

  LineRoom(String location, Map<String, String> roles) {
    this.location = location;
    this.roles.putAll(roles);
    tell(null, Map.of(), Map.of());
    roles.keySet().forEach(this::awaitMember);
  }

  void awaitMember(String user) {
    // The first one waits for the topic's consumers to join their group.
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                as(user).get("/api/me/unread").then().extract().asString().contains(id.toString()));
  }

  static RequestSpecification as(String user) {
    return given().auth().oauth2(Tokens.of(user)).contentType("application/json");
  }

  static ValidatableResponse handOver(String user, String location, String note) {
    return as(user).body(Map.of("location", location, "note", note)).post("/api/handovers").then();
  }

  private void tell(String type, Map<String, Object> from, Map<String, Object> to) {
    version++;
    RoomTopic.tell(type, room(), version, from, to);
  }

  private IncidentRoom room() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new IncidentRoom(
        id,
        "烤箱 3 過熱",
        "equipment_failure",
        severity,
        status,
        location,
        null,
        "owner@plant.example",
        now,
        now,
        now,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        roles.size(),
        roles.entrySet().stream()
            .map(role -> new IncidentRoom.Member(role.getKey(), role.getValue()))
            .toList(),
        List.of(
            new IncidentRoom.Field(
                "temperature", null, "°C", "number", null, BigDecimal.valueOf(80), List.of())),
        null,
        checklist);
  }

  void resolve() {
    status = "resolved";
    tell("andon.room.status_changed", Map.of("status", "active"), Map.of("status", "resolved"));
  }

  void becomeCritical() {
    severity = "critical";
    tell(
        "andon.room.updated",
        Map.of("severity", "high", "root_cause", ""),
        Map.of("severity", "critical", "root_cause", "風扇停止"));
  }

  void leaveToDo(String open, String done) {
    checklist =
        List.of(
            new ChecklistItem(UUID.randomUUID(), open, false),
            new ChecklistItem(UUID.randomUUID(), done, true));
    tell("andon.room.updated", Map.of("description", "a"), Map.of("description", "b"));
  }

  void remove(String user) {
    roles.remove(user);
    tell(null, Map.of(), Map.of());
  }

  String post(String user, String text) {
    return posted(user, Map.of("content", text));
  }

  String measure(String user, String temperature) {
    return posted(
        user,
        Map.of(
            "message_type",
            "incident_data",
            "content",
            Map.of("temperature", new BigDecimal(temperature))));
  }

  private String posted(String user, Map<String, Object> message) {
    return as(user)
        .body(message)
        .post("/api/rooms/" + id + "/messages")
        .then()
        .statusCode(201)
        .extract()
        .path("message_id");
  }

  void mark(URI base, String user, String messageId, String mark) {
    send(base, user, "mark", messageId, "mark", mark);
  }

  void delete(URI base, String user, String messageId) {
    send(base, user, "delete_message", messageId);
  }

  private void send(URI base, String user, String type, String messageId, Object... fields) {
    ObjectNode frame = RoomClient.frame(type, fields).put("message_id", messageId);
    try (RoomClient client = RoomClient.open(base, id, Tokens.of(user), "")) {
      client.next("welcome");
      if (!client.call(frame).path("type").asText().equals("ack")) {
        throw new AssertionError("not done: " + frame);
      }
    }
  }
}
