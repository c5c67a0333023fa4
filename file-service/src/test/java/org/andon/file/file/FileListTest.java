package org.andon.file.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.VIEWER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.Samples;
import org.andon.file.testing.TestRooms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class FileListTest {
  RoomServiceTwin rooms;
  private UUID room;

  @BeforeEach
  void three_files() {
    room = TestRooms.in(rooms);
    uploaded(OWNER, room, "a.png", Samples.png(8, 8));
    uploaded(OWNER, room, "報告_b.pdf", Samples.pdf());
    uploaded(OWNER, room, "c.log", "text".getBytes(UTF_8));
  }

  @Test
  void the_newest_file_comes_first() {
    assertThat(names(Map.of())).containsExactly("c.log", "報告_b.pdf", "a.png");
  }

  @ParameterizedTest
  @CsvSource({
    "type,image,a.png",
    "type,document,報告_b.pdf",
    "type,text,c.log",
    "q,報告,報告_b.pdf",
    "q,_,報告_b.pdf",
    "q,.LOG,c.log"
  })
  void filters_narrow_the_list(String parameter, String value, String expected) {
    assertThat(names(Map.of(parameter, value))).containsExactly(expected);
  }

  @Test
  void pages_neither_skip_nor_repeat() {
    List<String> paged = new ArrayList<>();

    String cursor = null;
    do {
      var page =
          as(VIEWER)
              .queryParam("limit", 1)
              .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
              .get("/api/rooms/{id}/files", room)
              .then()
              .statusCode(200)
              .extract();
      paged.addAll(page.path("items.file_name"));
      cursor = page.path("pagination.next");
    } while (cursor != null);

    assertThat(paged).containsExactly("c.log", "報告_b.pdf", "a.png");
  }

  @ParameterizedTest
  @CsvSource({"limit,0", "limit,201", "limit,ten", "type,video", "cursor,nonsense"})
  void a_wrong_parameter_is_named(String parameter, String value) {
    var answer = as(VIEWER).queryParam(parameter, value).get("/api/rooms/{id}/files", room).then();

    answer.statusCode(422).body("errors[0].field", equalTo(parameter));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE})
  void a_cursor_at_an_impossible_time_is_none_of_ours(long epochMillis) {
    String cursor = epochMillis + " " + UUID.randomUUID();

    var answer =
        as(VIEWER)
            .queryParam("cursor", Base64.getUrlEncoder().encodeToString(cursor.getBytes(UTF_8)))
            .get("/api/rooms/{id}/files", room)
            .then();

    answer.statusCode(422).body("errors[0].field", equalTo("cursor"));
  }

  private List<String> names(Map<String, String> query) {
    return as(VIEWER)
        .queryParams(query)
        .get("/api/rooms/{id}/files", room)
        .then()
        .statusCode(200)
        .extract()
        .path("items.file_name");
  }
}
