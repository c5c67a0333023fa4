package org.andon.messaging.handover;

import static io.restassured.RestAssured.given;
import static org.andon.messaging.handover.LineRoom.as;
import static org.andon.messaging.handover.LineRoom.handOver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hands over, who sees it, who takes it over. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class HandoverResourceTest {
  private static final String MADE = "andon_handovers_total{outcome=\"made\"}";
  private static final String ACKNOWLEDGED = "andon_handovers_total{outcome=\"acknowledged\"}";

  @Inject AgroalDataSource dataSource;

  private final String line = "Line " + UUID.randomUUID();
  private final String wei = "wei." + UUID.randomUUID() + "@plant.example";
  private final String mei = "mei." + UUID.randomUUID() + "@plant.example";
  private final String stranger = "stranger." + UUID.randomUUID() + "@plant.example";
  private LineRoom room;

  @BeforeEach
  void aRoomAtTheLine() {
    room = new LineRoom(line, Map.of(wei, "EDITOR", mei, "VIEWER"));
  }

  private String handedOver() {
    return handOver(wei, line, "夜班注意 🌙").statusCode(201).extract().path("handover_id");
  }

  private void letItBeDue(String id) throws SQLException {
    try (var connection = dataSource.getConnection();
        var update = connection.createStatement()) {
      update.execute(
          "UPDATE handovers SET due_at = now() - interval '1 minute' WHERE handover_id = '"
              + id
              + "'");
    }
  }

  @Test
  void who_writes_in_a_room_there_hands_over() {
    handOver(wei, "  " + line.toUpperCase(Locale.ROOT), " 夜班注意 🌙 ")
        .statusCode(201)
        .header("Location", containsString("/api/handovers/"))
        .body("location", equalTo(line))
        .body("made_by", equalTo(wei))
        .body("made_by_name", equalTo("Name of " + wei))
        .body("note", equalTo("夜班注意 🌙"))
        .body("shift", equalTo(null))
        .body("overdue", equalTo(false))
        .body("acknowledgements", hasSize(0))
        .body("rooms.room_id", equalTo(List.of(room.id.toString())));
  }

  @Test
  void who_only_reads_there_or_is_no_member_does_not() {
    handOver(mei, line, "").statusCode(403).body("code", equalTo("forbidden"));
    handOver(stranger, line, "").statusCode(403).body("code", equalTo("forbidden"));
    handOver(wei, "Line of nobody", "").statusCode(403).body("code", equalTo("forbidden"));
  }

  @Test
  void an_admin_hands_over_any_line_that_has_an_open_room() {
    given()
        .auth()
        .oauth2(Tokens.ofAdmin("admin@plant.example"))
        .contentType("application/json")
        .body(Map.of("location", line))
        .post("/api/handovers")
        .then()
        .statusCode(201)
        .body("rooms[0].unread", equalTo(null));
    given()
        .auth()
        .oauth2(Tokens.ofAdmin("admin@plant.example"))
        .contentType("application/json")
        .body(Map.of("location", "Line of nobody"))
        .post("/api/handovers")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("location"));
  }

  @Test
  void everybody_sees_the_rooms_they_are_a_member_of() {
    LineRoom other = new LineRoom(line, Map.of(stranger, "OWNER"));
    String id = handedOver();

    as(mei)
        .get("/api/handovers/" + id)
        .then()
        .statusCode(200)
        .body("rooms.room_id", equalTo(List.of(room.id.toString())))
        .body("room_count", equalTo(1));
    as(stranger)
        .get("/api/handovers/" + id)
        .then()
        .body("rooms.room_id", equalTo(List.of(other.id.toString())));
    given()
        .auth()
        .oauth2(Tokens.ofAdmin("admin@plant.example"))
        .get("/api/handovers/" + id)
        .then()
        .body("rooms", hasSize(2));
  }

  @Test
  void a_handover_of_no_room_of_theirs_is_not_there() {
    String id = handedOver();

    as(stranger)
        .get("/api/handovers/" + id)
        .then()
        .statusCode(404)
        .body("code", equalTo("handover_not_found"));
    as(stranger).put("/api/handovers/" + id + "/acknowledgement").then().statusCode(404);
    as(stranger).get("/api/handovers").then().body("items", hasSize(0));
    as(wei).get("/api/handovers/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void who_is_removed_sees_it_no_more() {
    String id = handedOver();

    room.remove(mei);

    await().until(() -> as(mei).get("/api/handovers/" + id).statusCode() == 404);
    as(mei).get("/api/handovers").then().body("items", hasSize(0));
  }

  @Test
  void it_is_acknowledged_by_name_and_once_by_each() {
    double madeBefore = metric(MADE);
    double acknowledgedBefore = metric(ACKNOWLEDGED);
    String id = handedOver();

    as(mei)
        .put("/api/handovers/" + id + "/acknowledgement")
        .then()
        .statusCode(200)
        .body("acknowledgements", hasSize(1))
        .body("acknowledgements[0].user_id", equalTo(mei))
        .body("acknowledgements[0].name", equalTo("Name of " + mei))
        .body("acknowledgements[0].late", equalTo(false));
    String first = acknowledgedAt(id);
    as(mei).put("/api/handovers/" + id + "/acknowledgement").then().statusCode(200);
    given()
        .auth()
        .oauth2(Tokens.ofAdmin("admin@plant.example"))
        .put("/api/handovers/" + id + "/acknowledgement")
        .then()
        .body("acknowledgements", hasSize(2));
    assertThat(acknowledgedAt(id)).isEqualTo(first);
    assertThat(metric(MADE)).isEqualTo(madeBefore + 1);
    assertThat(metric(ACKNOWLEDGED)).isEqualTo(acknowledgedBefore + 1);
  }

  private String acknowledgedAt(String id) {
    return as(wei).get("/api/handovers/" + id).path("acknowledgements[0].acknowledged_at");
  }

  @Test
  void who_hands_over_does_not_take_over() {
    as(wei)
        .put("/api/handovers/" + handedOver() + "/acknowledgement")
        .then()
        .statusCode(403)
        .body("code", equalTo("own_handover"));
  }

  @Test
  void one_that_nobody_takes_over_is_overdue_until_somebody_does() throws SQLException {
    String id = handedOver();
    as(wei).get("/api/handovers?overdue=true").then().body("items", hasSize(0));
    letItBeDue(id);

    as(wei)
        .get("/api/handovers?overdue=true&acknowledged=false")
        .then()
        .body("items.handover_id", equalTo(List.of(id)))
        .body("items[0].overdue", equalTo(true));
    await().until(() -> metric("andon_handovers_overdue") >= 1);

    as(mei)
        .put("/api/handovers/" + id + "/acknowledgement")
        .then()
        .body("overdue", equalTo(false))
        .body("acknowledgements[0].late", equalTo(true));
    as(wei).get("/api/handovers?overdue=true").then().body("items", hasSize(0));
    as(wei)
        .get("/api/handovers?overdue=false&acknowledged=true")
        .then()
        .body("items.handover_id", equalTo(List.of(id)));
  }

  private static double metric(String series) {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(metric -> metric.startsWith(series))
        .mapToDouble(metric -> Double.parseDouble(metric.substring(metric.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void the_list_is_read_page_by_page_newest_first() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.addFirst(handedOver());
    }

    List<String> read = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      var page = as(mei).get("/api/handovers?limit=2" + cursor).then().extract().jsonPath();
      read.addAll(page.getList("items.handover_id", String.class));
      String next = page.getString("pagination.next");
      cursor = next == null ? null : "&cursor=" + next;
    }

    assertThat(read).isEqualTo(made);
    as(mei).get("/api/handovers?location=" + line.substring(5)).then().body("items", hasSize(5));
    as(mei).get("/api/handovers?location=elsewhere").then().body("items", hasSize(0));
    as(mei).get("/api/handovers?to=2026-01-01T00:00:00Z").then().body("items", hasSize(0));
  }

  @Test
  void a_line_with_too_many_rooms_tells_of_the_gravest_and_how_many_are_left_out() {
    new LineRoom(line, Map.of(wei, "OWNER"));
    LineRoom critical = new LineRoom(line, Map.of(wei, "OWNER"));
    critical.becomeCritical();
    await()
        .until(
            () -> as(wei).get("/api/rooms/" + critical.id + "/messages").path("items[0]") != null);

    handOver(wei, line, "")
        .body("rooms[0].room_id", equalTo(critical.id.toString()))
        .body("rooms", hasSize(2))
        .body("rooms_left_out", equalTo(1));
  }

  @Test
  void a_machine_opens_none_of_it() {
    String machine = Tokens.ofMachine(UUID.randomUUID(), List.of(room.id), List.of());
    for (String path : List.of("/api/handovers", "/api/handover-schedule")) {
      given().auth().oauth2(machine).get(path).then().statusCode(403);
      given().get(path).then().statusCode(401);
    }
  }
}
