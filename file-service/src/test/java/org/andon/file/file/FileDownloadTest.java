package org.andon.file.file;

import static io.restassured.RestAssured.given;
import static org.andon.file.testing.People.OUTSIDER;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.VIEWER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
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
class FileDownloadTest {
  private static final byte[] IMAGE = Samples.png(64, 48);

  RoomServiceTwin rooms;
  private UUID room;
  private String file;

  @BeforeEach
  void an_uploaded_image() {
    room = TestRooms.in(rooms);
    file = uploaded(OWNER, room, "溫度 1.png", IMAGE);
  }

  @Test
  void metadata_says_where_the_file_belongs() {
    var answer = as(VIEWER).get("/api/files/{id}", file).then();

    answer
        .statusCode(200)
        .body("file_id", equalTo(file))
        .body("room_id", equalTo(room.toString()))
        .body("file_name", equalTo("溫度 1.png"));
  }

  @Test
  void content_is_offered_for_saving_under_its_own_name() {
    var answer = as(VIEWER).get("/api/files/{id}/content", file).then();

    answer
        .statusCode(200)
        .header(
            "Content-Disposition",
            "attachment; filename=\"__ 1.png\"; filename*=UTF-8''%E6%BA%AB%E5%BA%A6%201.png")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Length", String.valueOf(IMAGE.length))
        .header("Accept-Ranges", "bytes");
  }

  @Test
  void the_head_alone_tells_the_size() {
    var answer = as(VIEWER).head("/api/files/{id}/content", file).then();

    answer.statusCode(200).header("Content-Length", String.valueOf(IMAGE.length));
  }

  @Test
  void content_that_is_known_is_not_sent_again() {
    String tag = as(VIEWER).get("/api/files/{id}/content", file).header("ETag");

    var answer =
        as(VIEWER).header("If-None-Match", tag).get("/api/files/{id}/content", file).then();

    answer.statusCode(304).header("ETag", tag);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "If-None-Match | *                | 304",
        "If-None-Match | \"other\", TAG    | 304",
        "If-None-Match | W/TAG            | 304",
        "If-None-Match | \"other\"         | 200",
        "If-Match      | TAG              | 200",
        "If-Match      | \"other\"         | 412"
      })
  void a_condition_decides_whether_content_is_sent(String header, String value, int status) {
    String tag = as(VIEWER).get("/api/files/{id}/content", file).header("ETag");

    var answer =
        as(VIEWER)
            .header(header, value.replace("TAG", tag))
            .get("/api/files/{id}/content", file)
            .then();

    answer.statusCode(status);
    as(VIEWER)
        .header(header, value.replace("TAG", tag))
        .head("/api/files/{id}/content", file)
        .then()
        .statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({"TAG,206", "W/TAG,200", "\"other\",200", "'Sun, 22 Nov 2026 03:00:00 GMT',200"})
  void a_part_is_sent_only_of_the_file_the_client_began_with(String condition, int status) {
    String tag = as(VIEWER).get("/api/files/{id}/content", file).header("ETag");

    var answer =
        as(VIEWER)
            .header("Range", "bytes=0-9")
            .header("If-Range", condition.replace("TAG", tag))
            .get("/api/files/{id}/content", file)
            .then();

    answer.statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9,0,10",
    "bytes=0-0,0,1",
    "bytes=0-,0,-1",
    "bytes=10-,10,-1",
    "bytes=-5,-5,-1",
    "bytes=-99999999,0,-1",
    "bytes=5-99999999,5,-1"
  })
  void a_part_is_sent_when_asked_for(String range, int from, int to) {
    int start = from < 0 ? IMAGE.length + from : from;
    int end = to < 0 ? IMAGE.length : to;

    var answer = as(VIEWER).header("Range", range).get("/api/files/{id}/content", file).then();

    answer
        .statusCode(206)
        .header("Content-Range", "bytes %d-%d/%d".formatted(start, end - 1, IMAGE.length));
    assertThat(answer.extract().asByteArray()).isEqualTo(Arrays.copyOfRange(IMAGE, start, end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines=0-9", "bytes=0-1,3-4", "bytes=9-3", "bytes=-"})
  void a_range_that_is_not_understood_is_ignored(String range) {
    var answer = as(VIEWER).header("Range", range).get("/api/files/{id}/content", file).then();

    answer.statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=99999-", "bytes=-0"})
  void a_range_of_nothing_cannot_be_sent(String range) {
    var answer = as(VIEWER).header("Range", range).get("/api/files/{id}/content", file).then();

    answer.statusCode(416).header("Content-Range", "bytes */" + IMAGE.length);
  }

  @Test
  void the_store_serves_the_file_to_whoever_has_the_presigned_url() {
    String url = as(VIEWER).get("/api/files/{id}", file).path("file_url");

    var answer = given().urlEncodingEnabled(false).get(url).then();

    answer
        .statusCode(200)
        .contentType(startsWith("image/png"))
        .header("Content-Disposition", containsString("filename*=UTF-8''"));
    assertThat(answer.extract().asByteArray()).isEqualTo(IMAGE);
    given()
        .urlEncodingEnabled(false)
        .get(url.replace("X-Amz-Expires=300", "X-Amz-Expires=30000"))
        .then()
        .statusCode(403);
  }

  @Test
  void an_outsider_gets_nothing() {
    as(OUTSIDER).get("/api/files/{id}", file).then().statusCode(403);
    as(OUTSIDER).get("/api/files/{id}/content", file).then().statusCode(403);
    as(OUTSIDER).get("/api/rooms/{id}/files", room).then().statusCode(403);
  }

  @Test
  void a_file_that_never_was_is_not_found() {
    as(VIEWER)
        .get("/api/files/{id}", UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("code", equalTo("not_found"));
    as(VIEWER).get("/api/files/not-an-id").then().statusCode(404);
  }
}
