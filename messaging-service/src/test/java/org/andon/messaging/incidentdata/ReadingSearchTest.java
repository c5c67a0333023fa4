package org.andon.messaging.incidentdata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.contracts.IncidentRoom;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.TestRoom;
import org.andon.messaging.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class ReadingSearchTest {
  private static final String OTHER = "chen.mei@plant.example";
  private static final int READINGS = 200_000;

  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource dataSource;
  @Inject ObjectMapper json;

  /** Somebody new, so that no other test's rooms are theirs. */
  private final String wei = "wei." + UUID.randomUUID() + "@plant.example";

  private ValidatableResponse ask(Map<String, ?> parameters) {
    return given()
        .auth()
        .oauth2(Tokens.of(wei))
        .queryParams(parameters)
        .get("/api/incident-data")
        .then();
  }

  private TestRoom roomWithLimit(int high) {
    TestRoom room = new TestRoom(base, wei);
    long version =
        room.expect(
            List.of(
                new IncidentRoom.Field(
                    "temperature", null, "°C", "number", null, new BigDecimal(high), List.of())),
            wei);
    await()
        .until(
            () ->
                number("SELECT version FROM incident_rooms WHERE room_id = '" + room.id() + "'")
                    == version);
    return room;
  }

  private long number(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void readings_of_ones_own_rooms_are_found_newest_first_with_what_passed_a_limit() {
    TestRoom oven = roomWithLimit(80);
    TestRoom press = new TestRoom(base, wei);
    TestRoom foreign = new TestRoom(base, OTHER);
    String first = oven.postData(wei, "{\"temperature\": 92.5, \"a.b\": 1}");
    press.postData(wei, "{\"temperature\": 95, \"timestamp\": \"2026-01-01T00:00:00Z\"}");
    foreign.postData(OTHER, "{\"temperature\": 99}");

    ask(Map.of("field", "temperature"))
        .statusCode(200)
        .body("items.value", contains(92.5f, 95))
        .body("items.room_id", contains(oven.id().toString(), press.id().toString()))
        .body("items[0].room_title", equalTo("Line 3"))
        .body("items[0].location", equalTo("Line 3"))
        .body("items[0].message_id", equalTo(first))
        .body("items[0].sequence_number", equalTo(1))
        .body("items[0].sender_id", equalTo(wei))
        .body("items[0].field", equalTo("temperature"))
        .body("items[0].out_of_bounds.limit", equalTo(80))
        .body("items[0].out_of_bounds.bound", equalTo("high"))
        .body("items[0].out_of_bounds.unit", equalTo("°C"))
        .body("items[1].measured_at", equalTo("2026-01-01T00:00:00.000Z"))
        .body("items[1].out_of_bounds", nullValue());
    ask(Map.of("out_of_bounds", true)).body("items.value", contains(92.5f));
    ask(Map.of("out_of_bounds", false)).body("items.value", contains(1, 95));
    ask(Map.of("to", "2026-02-01T00:00:00Z")).body("items.value", contains(95));
    ask(Map.of("from", "2026-02-01T00:00:00Z", "field", "\"a.b\""))
        .body("items.field", contains("\"a.b\""));
    ask(Map.of("location", "ｌｉｎｅ 3", "field", "temperature")).body("items.size()", equalTo(2));
    ask(Map.of("location", "Line 4")).body("items", empty());
  }

  @Test
  void pages_show_each_reading_once_also_those_measured_at_once() {
    TestRoom one = new TestRoom(base, wei);
    TestRoom two = new TestRoom(base, wei);
    String at = "\"timestamp\": \"2026-01-01T00:00:00Z\"}";
    for (TestRoom room : List.of(one, two)) {
      room.postData(wei, "{\"a\": 1, \"b\": 2, " + at);
      room.postData(wei, "{\"a\": 3, " + at);
    }

    List<String> found = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>(Map.of("limit", 1));
    String next;
    do {
      var page = ask(parameters).statusCode(200).extract();
      found.add(
          page.path("items[0].room_id")
              + " "
              + page.path("items[0].sequence_number")
              + " "
              + page.path("items[0].field"));
      next = page.path("pagination.next");
      parameters.put("cursor", next);
    } while (next != null);

    assertThat(found).hasSize(6).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "out_of_bounds,perhaps",
    "from,yesterday",
    "field,a=b",
    "limit,201",
    "cursor,bm90aGluZw",
  })
  void a_wrong_parameter_is_named(String parameter, String value) {
    ask(Map.of(parameter, value)).statusCode(422).body("errors[0].field", equalTo(parameter));
  }

  @ParameterizedTest
  @CsvSource({"'',", "temperature,", "'',true", "temperature,true"})
  void a_question_reads_little_of_all_that_was_ever_measured(String field, Boolean outOfBounds)
      throws Exception {
    measured();
    var question =
        new ReadingSearch.Question(
            wei, FieldPath.of(field).orElse(null), null, null, null, outOfBounds, null);

    JsonNode plan = plan(question);

    assertThat(rowsRead(plan)).isBetween(1L, 5_000L);
  }

  /**
   * 100 rooms, of which the caller is a member of ten. One reading in a hundred is out of bounds.
   */
  private void measured() throws SQLException {
    execute(
        """
        INSERT INTO incident_rooms (room_id, title, status, version)
        SELECT md5('cost' || n)::uuid, 'cost', 'active', 1 FROM generate_series(1, 100) n
        ON CONFLICT DO NOTHING
        """);
    execute(
        """
        INSERT INTO room_members (room_id, user_id, role)
        SELECT md5('cost' || n)::uuid, '%s', 'VIEWER' FROM generate_series(1, 10) n
        """
            .formatted(wei));
    if (number("SELECT count(*) FROM incident_readings WHERE field = '/cost'") == 0) {
      execute(
          """
          INSERT INTO incident_readings (room_id, field, measured_at, sequence_number, value, bound)
          SELECT md5('cost' || (1 + n %% 100))::uuid,
            CASE n / 100 %% 3 WHEN 0 THEN '/cost' WHEN 1 THEN '/temperature' ELSE '/pressure' END,
            '2026-01-01'::timestamptz + n * interval '1 second', n, n,
            CASE WHEN n / 100 %% 100 = 0 THEN 'high' END
          FROM generate_series(1, %d) n
          """
              .formatted(READINGS));
      execute("ANALYZE incident_readings");
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private JsonNode plan(ReadingSearch.Question question) throws Exception {
    String sql = ReadingSearch.SELECT.formatted(question.rooms().sql(), question.readings().sql());
    try (var connection = dataSource.getConnection();
        var explain = connection.prepareStatement("EXPLAIN (ANALYZE, FORMAT JSON) " + sql)) {
      int next = question.readings().bind(explain, question.rooms().bind(explain, 1));
      explain.setInt(next, 51);
      explain.setInt(next + 1, 51);
      try (var row = explain.executeQuery()) {
        row.next();
        return json.readTree(row.getString(1));
      }
    }
  }

  /** Of incident_readings, those that a filter took out too. */
  private static long rowsRead(JsonNode node) {
    long read = 0;
    if (node.path("Relation Name").asText().equals("incident_readings")) {
      double rows =
          node.path("Actual Rows").asDouble()
              + node.path("Rows Removed by Filter").asDouble()
              + node.path("Rows Removed by Index Recheck").asDouble();
      read = Math.round(rows * node.path("Actual Loops").asDouble());
    }
    for (JsonNode child : node) {
      read += rowsRead(child);
    }
    return read;
  }
}
