package org.andon.messaging.handover;

import static io.restassured.RestAssured.given;
import static org.andon.messaging.handover.LineRoom.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When shifts change, and what then happens by itself. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class ShiftChangeTest {
  private static final String ADMIN = "admin@plant.example";

  @Inject AgroalDataSource dataSource;
  @Inject Handovers handovers;

  private final String line = "Line " + UUID.randomUUID();
  private final String wei = "wei." + UUID.randomUUID() + "@plant.example";

  @AfterEach
  void noShifts() {
    put("{\"time_zone\":\"Asia/Taipei\",\"shifts\":[]}").statusCode(200);
  }

  private static ValidatableResponse put(String body) {
    return given()
        .auth()
        .oauth2(Tokens.ofAdmin(ADMIN))
        .contentType("application/json")
        .body(body)
        .put("/api/handover-schedule")
        .then();
  }

  /** A night that began some hours ago, and a day that began a minute ago at least. */
  private static void letTheDayHaveBegun() {
    letTheDayHaveBegun(1);
  }

  private static void letTheDayHaveBegun(int minutesAgo) {
    LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
    put("""
    {"time_zone":"UTC","acknowledge_within_minutes":5,
     "shifts":[{"name":"早班","starts_at":"%s"},{"name":"夜班","starts_at":"%s"}]}
    """
            .formatted(now.minusMinutes(minutesAgo), now.minusHours(8)))
        .statusCode(200)
        .body("shifts", hasSize(2));
  }

  private void letAllPodsHaveBeenDown() throws SQLException {
    try (var connection = dataSource.getConnection();
        var update = connection.createStatement()) {
      update.execute("UPDATE handover_schedule SET done_until = now() - interval '1 day'");
    }
  }

  private List<Map<String, Object>> made() {
    return as(wei).get("/api/handovers").path("items");
  }

  @Test
  void a_shift_change_that_was_missed_is_made_up_for_while_the_shift_runs() throws SQLException {
    new LineRoom(line, Map.of(wei, "OWNER"));
    letTheDayHaveBegun();
    letAllPodsHaveBeenDown();

    await().until(() -> made().size() == 1);

    Map<String, Object> handover = made().getFirst();
    assertThat(handover)
        .containsEntry("shift", "早班")
        .containsEntry("location", line)
        .containsEntry("made_by", null);
    assertThat(time(handover, "shift_change_at"))
        .isEqualTo(time(handover, "since").plus(Duration.ofHours(8).minusMinutes(1)));
    assertThat(time(handover, "due_at"))
        .isEqualTo(time(handover, "made_at").plus(Duration.ofMinutes(5)));
  }

  private static Instant time(Map<String, Object> handover, String field) {
    return Instant.parse((String) handover.get(field));
  }

  @Test
  void it_is_made_once_however_often_pods_look() throws Exception {
    new LineRoom(line, Map.of(wei, "OWNER"));
    letTheDayHaveBegun();
    letAllPodsHaveBeenDown();

    try (var pods = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int pod = 0; pod < 8; pod++) {
        var unused = pods.submit(handovers::handOverIfDue);
      }
    }
    await().until(() -> !made().isEmpty());
    letAllPodsHaveBeenDown();
    await().until(() -> handovers.handOverIfDue() == 0);

    assertThat(made()).hasSize(1);
  }

  @Test
  void a_timetable_that_is_new_makes_nothing_of_what_has_begun_already() throws SQLException {
    new LineRoom(line, Map.of(wei, "OWNER"));

    letTheDayHaveBegun();

    assertThat(handovers.handOverIfDue()).isZero();
    assertThat(made()).isEmpty();
  }

  @Test
  void rooms_without_a_location_are_handed_over_together() throws SQLException {
    // Before those of other tests, of which a handover tells no more than two.
    LineRoom gravest = new LineRoom(null, Map.of(wei, "OWNER"));
    gravest.becomeCritical();
    await()
        .until(
            () -> as(wei).get("/api/rooms/" + gravest.id + "/messages").path("items[0]") != null);
    // At another time than in the tests before, which have handed over such rooms, too.
    letTheDayHaveBegun(3);
    letAllPodsHaveBeenDown();

    await().until(() -> made().size() == 1);

    assertThat(made().getFirst()).containsEntry("location", null);
  }

  @Test
  void everybody_reads_the_schedule_and_admins_alone_set_it() {
    as(wei)
        .get("/api/handover-schedule")
        .then()
        .statusCode(200)
        .body("time_zone", equalTo("Asia/Taipei"))
        .body("shifts", hasSize(0))
        .body("acknowledge_within_minutes", equalTo(30));
    as(wei)
        .body("{\"time_zone\":\"UTC\",\"shifts\":[]}")
        .put("/api/handover-schedule")
        .then()
        .statusCode(403);
  }

  @Test
  void what_was_changed_meanwhile_is_not_overwritten() {
    int version =
        put("{\"time_zone\":\"UTC\",\"shifts\":[{\"name\":\"夜班 🌙\",\"starts_at\":\"20:00\"}]}")
            .body("shifts[0].name", equalTo("夜班 🌙"))
            .body("shifts[0].starts_at", equalTo("20:00"))
            .body("updated_by", equalTo(ADMIN))
            .extract()
            .path("version");

    String body = "{\"time_zone\":\"UTC\",\"shifts\":[],\"version\":%d}".formatted(version);
    put(body).statusCode(200).body("version", equalTo(version + 1));
    put(body).statusCode(409).body("code", equalTo("version_conflict"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"shifts\":[]} | time_zone",
        "{\"time_zone\":\"Mars/Base\",\"shifts\":[]} | time_zone",
        "{\"time_zone\":\"+08:00\",\"shifts\":[]} | time_zone",
        "{\"time_zone\":\"UTC\"} | shifts",
        "{\"time_zone\":\"UTC\",\"shifts\":[7]} | shifts[0]",
        "{\"time_zone\":\"UTC\",\"shifts\":[{\"name\":\"\",\"starts_at\":\"08:00\"}]} |"
            + " shifts[0].name",
        "{\"time_zone\":\"UTC\",\"shifts\":[{\"name\":\"\\u0000\",\"starts_at\":\"08:00\"}]} |"
            + " shifts[0].name",
        "{\"time_zone\":\"UTC\",\"shifts\":[{\"name\":\"A\",\"starts_at\":\"24:00\"}]} |"
            + " shifts[0].starts_at",
        "{\"time_zone\":\"UTC\",\"shifts\":[{\"name\":\"A\",\"starts_at\":\"8:00\"}]} |"
            + " shifts[0].starts_at",
        "{\"time_zone\":\"UTC\",\"shifts\":[{\"name\":\"A\",\"starts_at\":480}]} |"
            + " shifts[0].starts_at",
        "{\"time_zone\":\"UTC\",\"shifts\":[{\"name\":\"A\",\"starts_at\":\"08:00\"},{\"name\":\"A\",\"starts_at\":\"09:00\"}]}"
            + " | shifts[1].name",
        "{\"time_zone\":\"UTC\",\"shifts\":[{\"name\":\"A\",\"starts_at\":\"08:00\"},{\"name\":\"B\",\"starts_at\":\"08:00\"}]}"
            + " | shifts[1].starts_at",
        "{\"time_zone\":\"UTC\",\"shifts\":[1,2,3,4,5,6,7]} | shifts",
        "{\"time_zone\":\"UTC\",\"shifts\":[],\"acknowledge_within_minutes\":0} |"
            + " acknowledge_within_minutes",
        "{\"time_zone\":\"UTC\",\"shifts\":[],\"acknowledge_within_minutes\":1e3} |"
            + " acknowledge_within_minutes",
        "{\"time_zone\":\"UTC\",\"shifts\":[],\"version\":\"1\"} | version",
      })
  void a_field_that_is_wrong_is_named(String body, String field) {
    put(body).statusCode(422).body("errors[0].field", equalTo(field));
  }
}
