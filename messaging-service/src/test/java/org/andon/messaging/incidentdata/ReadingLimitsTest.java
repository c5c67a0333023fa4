package org.andon.messaging.incidentdata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.andon.contracts.IncidentRoom.Field;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.TestRoom;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.MessagesTopic;
import org.andon.testkit.RoomClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class ReadingLimitsTest {
  private static final String WEI = "li.wei@plant.example";
  private static final List<Field> EXPECTED =
      List.of(
          field("temperature", "°C", "number", "60", "80", List.of()),
          field("pieces", null, "integer", "0", null, List.of()),
          field("guard", null, "choice", null, null, List.of("open", "closed")));

  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource dataSource;
  @Inject ObjectMapper json;

  private TestRoom room;

  @BeforeEach
  void aRoomThatExpectsReadings() {
    room = new TestRoom(base, WEI);
    expect(EXPECTED);
  }

  private static Field field(
      String name, String unit, String type, String low, String high, List<String> choices) {
    return new Field(
        name,
        null,
        unit,
        type,
        low == null ? null : new BigDecimal(low),
        high == null ? null : new BigDecimal(high),
        choices);
  }

  private void expect(List<Field> fields) {
    long version = room.expect(fields, WEI);
    await().until(() -> projected() == version);
  }

  private long projected() throws SQLException {
    return number("SELECT version FROM incident_rooms WHERE room_id = '%s'");
  }

  private long number(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql.formatted(room.id()))) {
      row.next();
      return row.getLong(1);
    }
  }

  private List<JsonNode> replayed() {
    try (RoomClient resumed = RoomClient.open(base, room.id(), Tokens.of(WEI), "?after=0")) {
      long last = resumed.next("welcome").get("last_sequence_number").asLong();
      return LongStream.rangeClosed(1, last).mapToObj(i -> resumed.nextDurable()).toList();
    }
  }

  private List<ConsumerRecord<String, String>> onReadingsTopic() {
    return MessagesTopic.of(Backing.kafkaServers(), "incident.readings.v1", room.id());
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_value_out_of_bounds_is_told_alike_wherever_the_message_is() {
    String id = room.postData(WEI, "{\"temperature\": 92.5, \"pieces\": -1, \"other\": 5}");

    JsonNode told = replayed().getFirst().get("out_of_bounds");
    assertThat(told)
        .isEqualTo(
            read(
                """
                [{"field":"temperature","value":92.5,"unit":"°C","limit":80,"bound":"high"},
                 {"field":"pieces","value":-1,"unit":null,"limit":0,"bound":"low"}]
                """));
    assertThat(get("/messages").at("/items/0/out_of_bounds")).isEqualTo(told);
    assertThat(get("/events?after=0").at("/items/0/out_of_bounds")).isEqualTo(told);
    await().until(() -> MessagesTopic.of(Backing.kafkaServers(), room.id()).size() == 1);
    assertThat(
            read(MessagesTopic.of(Backing.kafkaServers(), room.id()).getFirst().value())
                .get("out_of_bounds"))
        .isEqualTo(told);
    assertThat(replayed().getFirst().get("message_id").asText()).isEqualTo(id);
  }

  @Test
  void a_plant_system_hears_of_each_value() {
    String id = room.postData(WEI, "{\"temperature\": 59.9, \"pieces\": -1}");

    await().until(() -> onReadingsTopic().size() == 2);

    ConsumerRecord<String, String> record = onReadingsTopic().getFirst();
    JsonNode reading = read(record.value());
    assertThat(reading)
        .isEqualTo(
            read(
                """
                {"room_id":"%s","location":"Line 3","sequence_number":1,"message_id":"%s",
                 "field":"temperature","value":59.9,"unit":"°C","limit":60,"bound":"low"}
                """
                    .formatted(room.id(), id)));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(getClass().getResourceAsStream("/schemas/incident.readings.v1.json"))
                .validate(reading))
        .isEmpty();
    assertThat(MessagesTopic.header(record, "ce_type")).isEqualTo("andon.reading.out_of_bounds");
    assertThat(MessagesTopic.header(record, "ce_subject")).isEqualTo(room.id().toString());
    assertThat(MessagesTopic.header(record, "ce_time"))
        .isEqualTo(replayed().getFirst().get("created_at").asText());
  }

  @Test
  void an_alarms_readings_are_held_against_the_limits_too() throws SQLException {
    Map<String, Object> readings = Map.of("temperature", 92.5, "guard", "ajar", "pieces", 3);
    room.raise(EXPECTED, Map.of("alarm_id", "a1", "text", "溫度過高", "readings", readings), WEI);
    await().until(() -> onReadingsTopic().size() == 1);

    JsonNode alarm = replayed().getFirst();

    assertThat(alarm.get("event").asText()).isEqualTo("alarm_raised");
    assertThat(alarm.get("out_of_bounds"))
        .isEqualTo(
            read(
                """
                [{"field":"temperature","value":92.5,"unit":"°C","limit":80,"bound":"high"}]
                """));
    assertThat(alarm.get("wrong_type")).isEqualTo(read("[\"guard\"]"));
    assertThat(get("/messages").at("/items/0/out_of_bounds")).isEqualTo(alarm.get("out_of_bounds"));
    assertThat(read(onReadingsTopic().getFirst().value()).get("message_id"))
        .isEqualTo(alarm.get("message_id"));
    assertThat(
            number(
                "SELECT count(*) FROM incident_readings WHERE room_id = '%s' AND bound = 'high'"))
        .isEqualTo(1);
  }

  @Test
  void what_is_published_again_has_the_same_id() throws SQLException {
    room.postData(WEI, "{\"temperature\": 92.5}");
    await().until(() -> onReadingsTopic().size() == 1);
    await()
        .until(
            () ->
                number("SELECT published_sequence FROM room_sequences WHERE room_id = '%s'") == 1);

    try (var connection = dataSource.getConnection();
        var call = connection.createStatement()) {
      call.execute("CALL republish(now() - interval '1 hour')");
      call.execute(
          "UPDATE room_sequences SET unpublished_since = now() - interval '1 minute'"
              + " WHERE room_id = '"
              + room.id()
              + "'");
    }

    await().until(() -> onReadingsTopic().size() == 2);
    assertThat(onReadingsTopic())
        .extracting(record -> MessagesTopic.header(record, "ce_id"))
        .containsOnly(MessagesTopic.header(onReadingsTopic().getFirst(), "ce_id"));
  }

  @Test
  void an_edit_is_held_against_the_limits_again() {
    String id = room.postData(WEI, "{\"temperature\": 92.5}");
    room.edit(WEI, id, "{\"temperature\": 50}");
    room.edit(WEI, id, "{\"temperature\": 70}");

    List<JsonNode> frames = replayed();

    assertThat(frames.get(0).has("out_of_bounds")).isFalse();
    assertThat(frames.get(1).at("/out_of_bounds/0/bound").asText()).isEqualTo("low");
    assertThat(frames.get(2).has("out_of_bounds")).isFalse();
    await().until(() -> onReadingsTopic().size() == 2);
    assertThat(onReadingsTopic())
        .extracting(record -> read(record.value()).get("sequence_number").asInt())
        .containsExactly(1, 2);
  }

  @Test
  void what_is_deleted_is_told_no_more() {
    String id = room.postData(WEI, "{\"temperature\": 92.5}");
    room.edit(WEI, id, "{\"temperature\": 50}");
    room.delete(WEI, id);

    assertThat(replayed()).noneMatch(frame -> frame.has("out_of_bounds"));
    assertThat(get("/messages").at("/items/0/out_of_bounds").isNull()).isTrue();
  }

  @Test
  void limits_that_are_changed_later_change_nothing_that_was_said() throws SQLException {
    room.postData(WEI, "{\"temperature\": 92.5}");
    expect(List.of(field("temperature", "°C", "number", null, "100", List.of())));
    room.postData(WEI, "{\"temperature\": 92.5}");

    List<JsonNode> frames = replayed();

    assertThat(frames.get(0).at("/out_of_bounds/0/limit").asInt()).isEqualTo(80);
    assertThat(frames.get(1).has("out_of_bounds")).isFalse();
    assertThat(
            number(
                "SELECT count(*) FROM incident_readings WHERE room_id = '%s' AND bound = 'high'"
                    + " AND limit_value = 80 AND unit = '°C'"))
        .isEqualTo(1);
  }

  @Test
  void a_value_of_another_type_is_taken_and_marked() {
    room.postData(WEI, "{\"temperature\": \"hot\", \"pieces\": 1.5, \"guard\": \"ajar\"}");
    room.postData(WEI, "{\"temperature\": 70, \"pieces\": 2.0, \"guard\": \"open\"}");
    room.postData(WEI, "{\"temperature\": null}");

    List<JsonNode> frames = replayed();

    assertThat(frames.get(0).get("wrong_type"))
        .isEqualTo(read("[\"temperature\", \"pieces\", \"guard\"]"));
    assertThat(frames.get(1).has("wrong_type")).isFalse();
    assertThat(frames.get(2).has("wrong_type")).isFalse();
  }

  @Test
  void a_limit_itself_is_within_and_no_number_is_too_large_to_be_beyond() {
    room.postData(WEI, "{\"temperature\": 80.00}");
    room.postData(WEI, "{\"temperature\": 1e400}");

    List<JsonNode> frames = replayed();

    assertThat(frames.get(0).has("out_of_bounds")).isFalse();
    assertThat(frames.get(1).at("/out_of_bounds/0/bound").asText()).isEqualTo("high");
  }

  @Test
  void a_room_that_was_made_a_moment_ago_has_its_limits_already() {
    UUID fresh = UUID.randomUUID();
    Neighbours.answer(
        "/api/rooms/" + fresh,
        """
        {"room_id":"%s","title":"Oven","status":"active","location":"Line 4","my_role":"OWNER",
         "version":1,"fields":[{"name":"temperature","label":null,"unit":null,"type":"number",
         "low":null,"high":80,"choices":[]}]}
        """
            .formatted(fresh));

    try (RoomClient wei = RoomClient.open(base, fresh, Tokens.of(WEI), "")) {
      wei.send(
          "{\"type\":\"message\",\"message_type\":\"incident_data\",\"content\":{\"temperature\":81}}");

      assertThat(wei.next("message").at("/out_of_bounds/0/limit").asInt()).isEqualTo(80);
    }
  }

  private JsonNode get(String path) {
    return read(
        given()
            .auth()
            .oauth2(Tokens.of(WEI))
            .get("/api/rooms/" + room.id() + path)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }
}
