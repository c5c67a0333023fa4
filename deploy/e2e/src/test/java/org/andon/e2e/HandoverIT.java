package org.andon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One shift hands over to the next, through the gateway and with two pods. */
@ExtendWith(SharedStack.class)
class HandoverIT {
  /** Of its own: at another there are more rooms than one handover tells of. */
  private final String line = "Line " + UUID.randomUUID();

  private final Person wei;
  private final Person mei;
  private final Person john;
  private final Person admin;

  HandoverIT(Stack stack) {
    this.wei = Person.signIn(stack, "li.wei");
    this.mei = Person.signIn(stack, "chen.mei");
    this.john = Person.signIn(stack, "john.doe");
    this.admin = Person.signIn(stack, "admin");
  }

  @AfterEach
  void noShifts() {
    schedule("[]");
  }

  private void schedule(String shifts) {
    admin
        .request()
        .contentType("application/json")
        .body(
            """
            {"time_zone":"UTC","shifts":%s,"acknowledge_within_minutes":1}
            """
                .formatted(shifts))
        .put("/api/handover-schedule")
        .then()
        .statusCode(200);
  }

  private static JsonPath read(Person reader, String id) {
    return reader
        .request()
        .get("/api/handovers/{id}", id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Response acknowledge(Person person, String id) {
    return person.request().put("/api/handovers/{id}/acknowledgement", id);
  }

  private static Map<String, Object> of(UUID room, JsonPath handover) {
    return handover.<Map<String, Object>>getList("rooms").stream()
        .filter(it -> it.get("room_id").equals(room.toString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void somebody_hands_over_and_a_colleague_takes_over() {
    UUID room = wei.createRoomAt(line, "烤箱過熱", Map.of(mei.userId(), "VIEWER"));
    try (RoomClient talk = wei.open(room)) {
      String action =
          talk.call(RoomClient.frame("message", "content", "更換熱電偶")).get("message_id").asText();
      talk.call(RoomClient.frame("mark", "message_id", action, "mark", "action"));
    }

    String id =
        wei.request()
            .contentType("application/json")
            .body(Map.of("location", line, "note", "夜班注意 🌙"))
            .post("/api/handovers")
            .then()
            .statusCode(201)
            .extract()
            .path("handover_id");

    JsonPath read = read(mei, id);
    assertThat(read.getString("note")).isEqualTo("夜班注意 🌙");
    assertThat(of(room, read))
        .containsEntry("title", "烤箱過熱")
        .containsEntry("severity", "high")
        .containsEntry("messages", 1)
        .containsEntry("unread", 1)
        .extracting("open_actions.items")
        .asString()
        .contains("更換熱電偶");
    john.request().get("/api/handovers/{id}", id).then().statusCode(404);
    acknowledge(wei, id).then().statusCode(403).body("code", equalTo("own_handover"));
    acknowledge(mei, id)
        .then()
        .statusCode(200)
        .body("acknowledgements.user_id", equalTo(List.of(mei.userId())));
  }

  @Test
  void a_shift_change_hands_over_once_and_is_overdue_until_somebody_takes_over() {
    UUID room = wei.createRoomAt(line, "Conveyor stands", Map.of(mei.userId(), "EDITOR"));
    String shift = "Late " + UUID.randomUUID().toString().substring(0, 8);
    // A few seconds ahead at least, so that the schedule is there before.
    LocalTime change =
        LocalTime.now(ZoneOffset.UTC).plusSeconds(65).truncatedTo(ChronoUnit.MINUTES);
    schedule("[{\"name\":\"%s\",\"starts_at\":\"%s\"}]".formatted(shift, change));

    await().atMost(Duration.ofSeconds(90)).until(() -> !madeFor(shift).isEmpty());

    String id = madeFor(shift).getFirst();
    assertThat(of(room, read(wei, id))).containsEntry("title", "Conveyor stands");
    await().atMost(Duration.ofSeconds(90)).until(() -> read(wei, id).getBoolean("overdue"));
    assertThat(madeFor(shift)).hasSize(1);
    JsonPath taken = acknowledge(mei, id).then().statusCode(200).extract().jsonPath();
    assertThat(taken.getBoolean("overdue")).isFalse();
    assertThat(taken.getBoolean("acknowledgements[0].late")).isTrue();
  }

  private List<String> madeFor(String shift) {
    return wei.request()
        .queryParam("location", line)
        .queryParam("limit", 200)
        .get("/api/handovers")
        .jsonPath()
        .param("shift", shift)
        .getList("items.findAll { it.shift == shift }.handover_id");
  }
}
