package org.andon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.testkit.RoomClient;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What machines say: messages through the gateway, alarms over Kafka. */
@ExtendWith(SharedStack.class)
class MachinesIT {
  private static final Duration REVOKED = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final Map<String, Object> TEMPERATURE =
      Map.of("name", "temperature", "type", "number", "unit", "°C", "high", 90);

  private final Stack stack;
  private final Person admin;
  private final Person wei;

  MachinesIT(Stack stack) {
    this.stack = stack;
    admin = Person.signIn(stack, "admin");
    wei = Person.signIn(stack, "li.wei");
  }

  @Test
  void a_machine_writes_where_it_may_until_it_is_revoked() {
    UUID room = wei.createRoom("烤箱", Map.of());
    UUID other = wei.createRoom("輸送帶", Map.of());
    Machine oven = Machine.create(admin, "Oven 3 PLC", room);

    try (RoomClient socket = wei.open(room)) {
      socket.next("welcome");
      // The pod that answers may not have heard of the room yet.
      await().atMost(SOON).until(() -> oven.post(room, "92.5 °C").extract().statusCode() == 201);

      JsonNode message = socket.next("message");
      assertThat(message.path("content").asText()).isEqualTo("92.5 °C");
      assertThat(message.path("sender_name").asText()).isEqualTo("Oven 3 PLC");
      assertThat(message.path("machine").asBoolean()).isTrue();
    }
    oven.post(other, "x").statusCode(403).body("code", equalTo("forbidden"));
    oven.get("/api/rooms").statusCode(403);
    oven.get("/api/rooms/" + room).statusCode(403);
    oven.get("/api/rooms/" + room + "/messages").statusCode(403);
    oven.get("/api/rooms/" + room + "/files").statusCode(403);
    oven.get("/api/auth/service-accounts").statusCode(403);
    assertThat(RoomClient.refusal(stack.gateway(), "/ws/" + room, oven.token())).isEqualTo(403);

    oven.revoke(admin);

    await()
        .atMost(REVOKED)
        .untilAsserted(
            () -> assertThat(oven.post(room, "x").extract().statusCode()).isEqualTo(401));
    oven.askForToken().then().statusCode(401).body("error", equalTo("invalid_client"));
  }

  @Test
  void an_alarm_opens_a_room_once_and_its_end_is_told_there() throws Exception {
    String location = "Line 7 / Oven " + UUID.randomUUID();
    makeTemplate(location);

    alarm("plant.alarm.raised", location, 92.5);
    alarm("plant.alarm.raised", location, 92.5);
    alarm("plant.alarm.cleared", location, 71);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                wei.request()
                    .queryParam("location", location)
                    .get("/api/rooms")
                    .then()
                    .body("items.title", contains("烤箱溫度異常: 溫度過高")));
    String room =
        wei.request().queryParam("location", location).get("/api/rooms").path("items[0].room_id");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                wei.request()
                    .get("/api/rooms/{room}/messages", room)
                    .then()
                    .statusCode(200)
                    .body("items.event", contains("alarm_cleared", "alarm_raised", "room_created"))
                    .body("items[1].alarm.text", equalTo("溫度過高"))
                    .body("items[1].alarm.readings.temperature", equalTo(92.5f))
                    .body("items[0]", not(hasKey("out_of_bounds")))
                    .body("items[1].out_of_bounds.limit", contains(90)));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                wei.request()
                    .get("/api/me/notifications")
                    .then()
                    .statusCode(200)
                    .body(
                        "items.find { it.room_id == '%s' }.kind".formatted(room),
                        equalTo("out_of_bounds")));
    wei.request()
        .queryParam("where", "temperature>90")
        .get("/api/rooms/{room}/incident-data", room)
        .then()
        .statusCode(200)
        .body("items.event", contains("alarm_raised"));
    wei.request()
        .get("/api/incident-data?field=temperature")
        .then()
        .statusCode(200)
        .body("items.location", hasItem(location));
  }

  private void makeTemplate(String location) {
    admin
        .request()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "name", "烤箱異常",
                "incident_type", "equipment_failure",
                "severity", "high",
                "title", "烤箱溫度異常",
                "members", List.of(Map.of("user_id", wei.userId(), "role", "OWNER")),
                "fields", List.of(TEMPERATURE),
                "alarm_locations", List.of(location)))
        .post("/api/room-templates")
        .then()
        .statusCode(201);
  }

  /** One alarm of the location, as docs/consuming-events.md has it written. */
  private void alarm(String type, String location, double temperature) throws Exception {
    String value =
        """
        {"alarm_id":"%s","location":"%s","severity":"high","text":"溫度過高",
         "readings":{"temperature":%s}}
        """
            .formatted("alarm of " + location, location, temperature);
    var record = new ProducerRecord<>("plant.alarms.v1", location, value);
    record.headers().add("ce_type", type.getBytes(UTF_8));
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", stack.kafka()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(record).get();
    }
  }
}
