package org.andon.room.room;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.andon.contracts.TopicNames;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.andon.room.testing.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class RoomPagingTest {
  private final String someone = UUID.randomUUID() + "@plant.example";
  private List<String> rooms;

  @BeforeEach
  void rooms_of_someone_new() {
    rooms =
        IntStream.range(0, 7)
            .mapToObj(
                i ->
                    Rooms.create(
                        someone,
                        Map.of(
                            "title",
                            "房 " + i,
                            "incident_type",
                            "other",
                            "severity",
                            "low",
                            "location",
                            someone)))
            .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-last_activity_at",
        "last_activity_at",
        "-updated_at",
        "updated_at",
        "-created_at",
        "created_at"
      })
  void every_room_is_shown_once_though_rooms_change_between_pages(String sort) {
    List<String> order = sort.startsWith("-") ? rooms.reversed() : rooms;

    List<String> seen = new ArrayList<>();
    Map<String, Object> page = page(someone, sort, null, true, seen);
    change(order.get(0), 1);
    change(order.get(3), 1);
    change(order.get(6), 1);
    page = page(someone, sort, page, true, seen);
    change(order.get(6), 2);
    change(order.get(2), 1);
    Rooms.create(someone, Map.of("title", "new", "incident_type", "other", "severity", "low"));
    page = page(someone, sort, page, true, seen);
    page(someone, sort, page, true, seen);

    assertThat(seen.subList(0, 7)).isEqualTo(order);
    assertThat(seen).doesNotHaveDuplicates();
  }

  @Test
  void an_admins_list_of_all_rooms_keeps_its_places_too() {
    List<String> seen = new ArrayList<>();

    Map<String, Object> page = page(ADMIN, "-last_activity_at", null, false, seen);
    change(rooms.get(1), 1);
    change(rooms.get(6), 1);
    while (page.get("next") != null) {
      page = page(ADMIN, "-last_activity_at", page, false, seen);
    }

    assertThat(seen).isEqualTo(rooms.reversed());
  }

  @Test
  void a_message_between_pages_moves_no_room() {
    Instant later = Instant.now().plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.MILLIS);
    List<String> seen = new ArrayList<>();
    Map<String, Object> page = page(someone, "-last_activity_at", null, true, seen);

    Topic.put(
        TopicNames.MESSAGES,
        rooms.get(0),
        Map.of("ce_type", "andon.message.posted", "ce_time", later.toString()),
        "{\"sender_id\":\"" + someone + "\"}");
    await().atMost(20, SECONDS).until(() -> listed().getFirst().equals(rooms.get(0)));
    while (page.get("next") != null) {
      page = page(someone, "-last_activity_at", page, true, seen);
    }

    assertThat(seen).isEqualTo(rooms.reversed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9:1:", "x", "1:9:5,3", "1:9:5,99"})
  void a_cursor_of_an_impossible_moment_is_none_of_ours(String snapshot) {
    String cursor =
        new RoomCursor(RoomOrder.NEWEST, Instant.now(), UUID.randomUUID(), Instant.now(), snapshot)
            .encoded();
    String moving = moving(Instant.now(), snapshot);

    as(someone).get("/api/rooms?sort=-last_activity_at&cursor=" + cursor).then().statusCode(422);
    as(someone)
        .get("/api/rooms?cursor=" + moving)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("cursor"));
  }

  @Test
  void a_cursor_is_refused_once_its_moves_may_have_been_forgotten() {
    Instant now = Instant.now();

    var fresh = as(someone).get("/api/rooms?cursor=" + moving(now.minusSeconds(3_500), "1:1:"));
    var old = as(someone).get("/api/rooms?cursor=" + moving(now.minusSeconds(3_601), "1:1:"));

    fresh.then().statusCode(200);
    old.then()
        .statusCode(422)
        .body("code", equalTo("invalid_field"))
        .body("errors[0].field", equalTo("cursor"));
  }

  private static String moving(Instant since, String snapshot) {
    return new RoomCursor(
            RoomOrder.LATEST_ACTIVITY, Instant.now(), UUID.randomUUID(), since, snapshot)
        .encoded();
  }

  private List<String> listed() {
    return as(someone).get("/api/rooms").path("items.room_id");
  }

  private void change(String room, int description) {
    as(someone)
        .body(Map.of("description", "changed " + description))
        .patch("/api/rooms/{id}", room)
        .then()
        .statusCode(200);
  }

  /** Two rooms at a time; answers the pagination. */
  private Map<String, Object> page(
      String caller, String sort, Map<String, Object> before, boolean mine, List<String> seen) {
    var page =
        as(caller)
            .queryParam("sort", sort)
            .queryParam("limit", 2)
            .queryParam("mine", mine)
            .queryParam("location", someone)
            .queryParams(before == null ? Map.of() : Map.of("cursor", before.get("next")))
            .get("/api/rooms")
            .then()
            .statusCode(200)
            .extract();
    seen.addAll(page.path("items.room_id"));
    return page.path("pagination");
  }
}
