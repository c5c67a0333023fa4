package org.andon.room.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OUTSIDER;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.andon.contracts.CloudEventHeaders;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.RoomTopic;
import org.andon.room.testing.Rooms;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class RoomEventsTest {
  private final ObjectMapper json = new ObjectMapper();
  RoomStack stack;
  @Inject DataSource database;

  @Test
  void every_change_is_an_event_that_fits_the_schema() {
    String room = Rooms.staffed();
    as(OWNER).body(Map.of("severity", "low")).patch("/api/rooms/{id}", room);
    as(OWNER).body(Map.of("role", "EDITOR")).put("/api/rooms/{id}/members/{u}", room, OUTSIDER);
    as(OWNER).body(Map.of("role", "EDITOR")).put("/api/rooms/{id}/members/{u}", room, VIEWER);
    as(OWNER).delete("/api/rooms/{id}/members/{u}", room, OUTSIDER);
    as(OWNER).body(Map.of("user_id", EDITOR)).put("/api/rooms/{id}/owner", room);
    as(EDITOR)
        .body(Map.of("status", "resolved", "resolution_notes", "done"))
        .put("/api/rooms/{id}/status", room);
    as(EDITOR).delete("/api/rooms/{id}", room);

    List<ConsumerRecord<String, String>> events = eventsOf(room, 8);

    assertThat(events)
        .extracting(event -> header(event, CloudEventHeaders.TYPE))
        .containsExactly(
            "andon.room.created",
            "andon.room.updated",
            "andon.member.added",
            "andon.member.role_changed",
            "andon.member.removed",
            "andon.member.role_changed",
            "andon.room.status_changed",
            "andon.room.deleted");
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(getClass().getResourceAsStream("/schemas/incident.rooms.v1.json"));
    assertThat(events).allSatisfy(event -> assertThat(schema.validate(value(event))).isEmpty());
  }

  @Test
  void an_event_tells_who_changed_what_from_what() {
    String room = Rooms.staffed();

    as(OWNER).body(Map.of("severity", "low")).patch("/api/rooms/{id}", room);

    ConsumerRecord<String, String> event = eventsOf(room, 2).getLast();
    assertThat(header(event, CloudEventHeaders.ID)).isEqualTo(room + ":2");
    assertThat(header(event, CloudEventHeaders.SPEC_VERSION)).isEqualTo("1.0");
    assertThat(header(event, CloudEventHeaders.SOURCE)).isEqualTo("/andon/room-service");
    assertThat(header(event, CloudEventHeaders.SUBJECT)).isEqualTo(room);
    assertThat(header(event, CloudEventHeaders.CONTENT_TYPE)).isEqualTo("application/json");
    JsonNode value = value(event);
    assertThat(header(event, CloudEventHeaders.TIME))
        .isEqualTo(value.at("/change/changed_at").textValue());
    assertThat(value.at("/version").longValue()).isEqualTo(2);
    assertThat(value.at("/change/changed_by").textValue()).isEqualTo(OWNER);
    assertThat(value.at("/change/from").toString()).isEqualTo("{\"severity\":\"high\"}");
    assertThat(value.at("/change/to").toString()).isEqualTo("{\"severity\":\"low\"}");
    assertThat(value.at("/room/severity").textValue()).isEqualTo("low");
    assertThat(value.at("/room/members")).hasSize(3);
  }

  @Test
  void concurrent_changes_are_counted_and_published_one_by_one() {
    String room = Rooms.staffed();
    int changes = 40;

    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, changes)
          .forEach(
              i ->
                  callers.execute(
                      () ->
                          as(OWNER)
                              .body(Map.of("role", "VIEWER"))
                              .put(
                                  "/api/rooms/{id}/members/{u}",
                                  room,
                                  "op%d@plant.example".formatted(i))
                              .then()
                              .statusCode(200)));
    }

    as(OWNER)
        .get("/api/rooms/{id}", room)
        .then()
        .body("version", equalTo(1 + changes))
        .body("member_count", equalTo(3 + changes));
    assertThat(versions(eventsOf(room, 1 + changes)))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1 + changes).boxed().toList());
  }

  @Test
  void what_a_pod_that_died_had_not_published_is_published_by_another() throws Exception {
    String room = Rooms.staffed();
    as(OWNER).body(Map.of("severity", "low")).patch("/api/rooms/{id}", room);
    assertThat(eventsOf(room, 2)).hasSize(2);

    // As if Kafka's answer to the second event had not been written down.
    setWatermark(room, 1);

    List<ConsumerRecord<String, String>> events = eventsOf(room, 3);
    assertThat(versions(events)).containsExactly(1L, 2L, 2L);
    assertThat(header(events.get(2), CloudEventHeaders.ID))
        .isEqualTo(header(events.get(1), CloudEventHeaders.ID));
    assertThat(events.get(2).value()).isEqualTo(events.get(1).value());
  }

  @Test
  void a_change_made_while_kafka_is_away_is_published_when_it_is_back() {
    String room = Rooms.staffed();
    assertThat(eventsOf(room, 1)).hasSize(1);

    stack.stopKafka();
    for (int i = 0; i < 5; i++) {
      as(OWNER)
          .body(Map.of("title", "while Kafka is away " + i))
          .patch("/api/rooms/{id}", room)
          .then()
          .statusCode(200);
    }
    stack.startKafkaAgain();

    List<ConsumerRecord<String, String>> events = eventsOf(room, 6);
    assertThat(versions(events)).startsWith(1L, 2L, 3L, 4L, 5L, 6L).endsWith(6L);
  }

  @Test
  void an_event_kafka_would_not_take_is_refused_but_members_may_still_be_removed()
      throws Exception {
    List<Map<String, String>> members =
        IntStream.range(0, 926).mapToObj(RoomEventsTest::memberWithLongId).toList();
    String room = Rooms.create(OWNER, roomWith(members));
    List<Map<String, String>> more =
        IntStream.range(0, 990).mapToObj(RoomEventsTest::memberWithLongId).toList();
    long before = rooms();

    var created = as(OWNER).body(roomWith(more)).post("/api/rooms").then();
    var promoted =
        as(OWNER)
            .body(Map.of("role", "EDITOR"))
            .put("/api/rooms/{id}/members/{u}", room, members.getFirst().get("user_id"))
            .then();
    var removed =
        as(OWNER)
            .delete("/api/rooms/{id}/members/{u}", room, members.getFirst().get("user_id"))
            .then();

    created.statusCode(422).body("code", equalTo("invalid_field"));
    created.body("errors[0].field", equalTo("members"));
    promoted.statusCode(422).body("errors[0].message", containsString("larger than 900 kB"));
    removed.statusCode(204);
    assertThat(rooms()).isEqualTo(before);
    List<ConsumerRecord<String, String>> events = eventsOf(room, 2);
    assertThat(versions(events)).containsExactly(1L, 2L);
    // Otherwise this test would not show that a removal may be larger than other events.
    assertThat(events.get(1).value().getBytes(UTF_8)).hasSizeGreaterThan(900_000);
  }

  @Test
  void a_room_whose_events_kafka_does_not_take_holds_up_no_other() throws Exception {
    String stuck = Rooms.staffed();
    execute(
        """
        insert into room_changes (room_id, version, type, changed_by, changed_at, event)
        select ?::uuid, version, 'andon.room.updated', 'test', now(),
          to_json(repeat('x', case version when 2 then 1100000 else 1 end))
        from generate_series(2, 600) version
        """,
        stuck);
    execute("update rooms set version = 600 where room_id = ?::uuid", stuck);

    try {
      String other = Rooms.staffed();

      assertThat(versions(eventsOf(other, 1))).containsExactly(1L);
    } finally {
      setWatermark(stuck, 600);
    }
  }

  private static Map<String, Object> roomWith(List<Map<String, String>> members) {
    return Map.of(
        "title", "all hands",
        "incident_type", "equipment_failure",
        "severity", "high",
        "members", members);
  }

  /** 320 characters, which are 940 bytes. */
  private static Map<String, String> memberWithLongId(int number) {
    return Map.of("user_id", "線".repeat(310) + "@plant%04d".formatted(number), "role", "VIEWER");
  }

  private long rooms() throws SQLException {
    try (var connection = database.getConnection();
        var count = connection.prepareStatement("select count(*) from rooms");
        var row = count.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void execute(String sql, String room) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, room);
      statement.executeUpdate();
    }
  }

  private void setWatermark(String room, long version) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "update rooms set published_version = ? where room_id = ?::uuid")) {
      update.setLong(1, version);
      update.setString(2, room);
      update.executeUpdate();
    }
  }

  private static List<ConsumerRecord<String, String>> eventsOf(String room, int atLeast) {
    return await()
        .atMost(60, SECONDS)
        .until(() -> RoomTopic.eventsOf(room), events -> events.size() >= atLeast);
  }

  private List<Long> versions(List<ConsumerRecord<String, String>> events) {
    return events.stream().map(event -> value(event).at("/version").longValue()).toList();
  }

  private JsonNode value(ConsumerRecord<String, String> event) {
    try {
      return json.readTree(event.value());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String header(ConsumerRecord<String, String> event, String name) {
    return new String(event.headers().lastHeader(name).value(), UTF_8);
  }
}
