package org.andon.room.statistics;

import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class StatisticsResourceTest {
  private final String someone = UUID.randomUUID() + "@plant.example";
  @Inject DataSource database;

  @Test
  void rooms_are_counted_and_their_times_averaged_in_every_respect() throws SQLException {
    opened("2031-05-01T08:00:00Z", "safety", "high", "Line 3", 60L, 600L);
    opened("2031-05-02T08:00:00Z", "safety", "low", "Line 3", 120L, null);
    opened("2031-05-03T08:00:00Z", "other", "high", null, null, 1200L);
    opened("2031-06-01T00:00:00Z", "other", "high", "Line 4", 1L, 1L);

    ValidatableResponse stats =
        stats(someone, "?from=2031-05-01T08:00:00Z&to=2031-06-01T08:00:00%2B08:00");

    stats
        .statusCode(200)
        .body("from", equalTo("2031-05-01T08:00:00.000Z"))
        .body("to", equalTo("2031-06-01T00:00:00.000Z"))
        .body("total", equalTo(figures(3, 2, 1, 90f, 900f)))
        .body(
            "by_incident_type",
            contains(group("safety", 2, 1, 1, 90f, 600f), group("other", 1, 1, 0, null, 1200f)))
        .body(
            "by_severity",
            contains(group("high", 2, 2, 0, 60f, 900f), group("low", 1, 0, 1, 120f, null)))
        .body(
            "by_location",
            contains(group("Line 3", 2, 1, 1, 90f, 600f), group(null, 1, 1, 0, null, 1200f)));
  }

  @Test
  void the_rooms_of_others_count_for_admins_only() throws SQLException {
    opened("2032-01-01T00:00:00Z", "safety", "high", "Line 3", 60L, 600L);
    String period = "?from=2032-01-01T00:00:00Z&to=2033-01-01T00:00:00Z";

    stats(UUID.randomUUID() + "@plant.example", period)
        .body("total.opened", equalTo(0))
        .body("total.mtta_seconds", nullValue())
        .body("by_severity", hasSize(0));
    stats(ADMIN, period).body("total.opened", greaterThanOrEqualTo(1));
  }

  @Test
  void a_month_is_looked_at_when_nobody_says_otherwise() {
    Rooms.create(someone, Map.of("title", "A", "incident_type", "other", "severity", "low"));

    stats(someone, "").statusCode(200).body("total.open", equalTo(1));
  }

  @Test
  void a_deleted_room_does_not_count() {
    String room =
        Rooms.create(someone, Map.of("title", "A", "incident_type", "other", "severity", "low"));

    as(someone).delete("/api/rooms/{id}", room).then().statusCode(204);

    stats(someone, "").body("total.opened", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({
    "from,from=yesterday",
    "from,from=2031-05-01",
    "to,to=-999999999-01-01T00:00:00Z",
    "from,from=2031-05-01T00:00:00Z&to=2031-05-01T00:00:00Z",
  })
  void a_wrong_time_is_named(String field, String query) {
    stats(someone, "?" + query).statusCode(422).body("errors[0].field", equalTo(field));
  }

  private static ValidatableResponse stats(String caller, String query) {
    return as(caller).urlEncodingEnabled(false).get("/api/rooms/stats" + query).then();
  }

  private void opened(
      String at, String type, String severity, String location, Long answered, Long resolved)
      throws SQLException {
    Map<String, Object> request =
        new HashMap<>(Map.of("title", "A", "incident_type", type, "severity", severity));
    if (location != null) {
      request.put("location", location);
    }
    String room = Rooms.create(someone, request);
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                """
                update rooms set created_at = ?::timestamptz,
                  first_response_at = ?::timestamptz + make_interval(secs => ?),
                  resolved_at = ?::timestamptz + make_interval(secs => ?),
                  status = ?
                where room_id = ?::uuid
                """)) {
      update.setString(1, at);
      update.setString(2, at);
      update.setObject(3, answered == null ? null : answered.doubleValue(), java.sql.Types.DOUBLE);
      update.setString(4, at);
      update.setObject(5, resolved == null ? null : resolved.doubleValue(), java.sql.Types.DOUBLE);
      update.setString(6, resolved == null ? "ACTIVE" : "RESOLVED");
      update.setString(7, room);
      update.executeUpdate();
    }
  }

  private static Map<String, Object> figures(
      int opened, int resolved, int open, Float mtta, Float mttr) {
    Map<String, Object> figures = new HashMap<>();
    figures.put("opened", opened);
    figures.put("resolved", resolved);
    figures.put("open", open);
    figures.put("mtta_seconds", mtta);
    figures.put("mttr_seconds", mttr);
    return figures;
  }

  private static Map<String, Object> group(
      String key, int opened, int resolved, int open, Float mtta, Float mttr) {
    Map<String, Object> group = figures(opened, resolved, open, mtta, mttr);
    group.put("key", key);
    return group;
  }
}
