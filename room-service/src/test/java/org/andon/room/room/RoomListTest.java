package org.andon.room.room;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class RoomListTest {
  private String someone;
  private String oven;
  private String glue;
  private String press;

  @BeforeEach
  void three_rooms_of_someone_new() {
    someone = UUID.randomUUID() + "@plant.example";
    oven = room("烤箱溫度異常", "equipment_failure", "high", "Line 3");
    glue = room("Glue is 100% used_up", "material_shortage", "low", "Line 30");
    press = room("Press", "equipment_failure", "critical", "hall B");
  }

  @Test
  void the_latest_activity_comes_first() {
    as(someone)
        .body(Map.of("severity", "medium"))
        .patch("/api/rooms/{id}", oven)
        .then()
        .statusCode(200);

    List<String> listed = listed("mine=true");

    assertThat(listed).containsExactly(oven, press, glue);
  }

  @ParameterizedTest
  @CsvSource({
    "incident_type=equipment_failure,oven press",
    "severity=low&severity=critical,glue press",
    "location=line 3,oven glue",
    "q=溫度,oven",
    "q=異,oven",
    "q=溫度 line,oven",
    "q=溫度 press,''",
    "q=ＰＲＥＳＳ,press",
    "q=３,oven glue",
    "severity=low%2Ccritical,glue press",
    "status=resolved&status=active%2Carchived,oven glue press",
    "status=&q=,oven glue press",
    "q=PRESS,press",
    "q=100%25 used_,glue",
    "q=_,glue",
    "status=active,oven glue press",
    "status=resolved,''",
  })
  void filters_narrow_the_list(String query, String expected) {
    Map<String, String> named = Map.of("oven", oven, "glue", glue, "press", press);

    List<String> listed = listed(query);

    assertThat(listed)
        .containsExactlyInAnyOrder(
            Arrays.stream(expected.split(" "))
                .filter(named::containsKey)
                .map(named::get)
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-last_activity_at",
        "last_activity_at",
        "-created_at",
        "created_at",
        "updated_at"
      })
  void pages_neither_skip_nor_repeat(String sort) {
    List<String> all = listed("sort=" + sort);
    List<String> paged = new ArrayList<>();

    String cursor = null;
    do {
      var page =
          as(someone)
              .queryParam("sort", sort)
              .queryParam("limit", 1)
              .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
              .get("/api/rooms")
              .then()
              .statusCode(200)
              .extract();
      paged.addAll(page.path("items.room_id"));
      cursor = page.path("pagination.next");
    } while (cursor != null);

    assertThat(paged).hasSize(3).isEqualTo(all);
  }

  @Test
  void the_pagination_says_whether_there_is_more() {
    as(someone)
        .queryParam("limit", 3)
        .get("/api/rooms")
        .then()
        .body("pagination.limit", equalTo(3))
        .body("pagination.has_more", equalTo(false))
        .body("pagination.next", nullValue());
    as(someone)
        .queryParam("limit", 2)
        .get("/api/rooms")
        .then()
        .body("pagination.has_more", equalTo(true));
  }

  @Test
  void only_an_admin_sees_the_rooms_of_others() {
    String other = UUID.randomUUID() + "@plant.example";

    assertThat(idsSeenBy(other, "false")).isEmpty();
    assertThat(idsSeenBy(ADMIN, "true")).doesNotContain(oven);
    assertThat(idsSeenBy(ADMIN, "false")).contains(oven, glue, press);
  }

  @Test
  void a_deleted_room_leaves_the_list() {
    as(someone).delete("/api/rooms/{id}", glue).then().statusCode(204);

    List<String> listed = listed("mine=true");

    assertThat(listed).containsExactly(press, oven);
  }

  @ParameterizedTest
  @CsvSource({
    "limit,0",
    "limit,201",
    "limit,ten",
    "sort,title",
    "severity,worst",
    "mine,perhaps",
    "cursor,nonsense",
    "q,%00",
    "status,open",
    "status,'active%2Copen'"
  })
  void a_wrong_parameter_is_named(String parameter, String value) {
    var answer =
        as(someone).urlEncodingEnabled(false).get("/api/rooms?" + parameter + "=" + value).then();

    answer.statusCode(422).body("errors[0].field", equalTo(parameter));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE})
  void a_cursor_at_an_impossible_time_is_none_of_ours(long epochMillis) {
    String cursor = "LATEST_ACTIVITY " + epochMillis + " " + oven + " 1:1:";

    var answer =
        as(someone)
            .queryParam("cursor", Base64.getUrlEncoder().encodeToString(cursor.getBytes(UTF_8)))
            .get("/api/rooms")
            .then();

    answer.statusCode(422).body("errors[0].field", equalTo("cursor"));
  }

  private List<String> idsSeenBy(String userId, String mine) {
    return as(userId)
        .queryParam("mine", mine)
        .queryParam("limit", 200)
        .get("/api/rooms")
        .then()
        .statusCode(200)
        .extract()
        .path("items.room_id");
  }

  private List<String> listed(String query) {
    return as(someone)
        .urlEncodingEnabled(false)
        .get("/api/rooms?" + encoded(query))
        .then()
        .statusCode(200)
        .extract()
        .path("items.room_id");
  }

  /** All but ASCII, and the space. */
  private static String encoded(String query) {
    return Pattern.compile("[^!-~]+")
        .matcher(query)
        .replaceAll(text -> URLEncoder.encode(text.group(), UTF_8).replace("+", "%20"));
  }

  private String room(String title, String type, String severity, String location) {
    return Rooms.create(
        someone,
        Map.of("title", title, "incident_type", type, "severity", severity, "location", location));
  }
}
