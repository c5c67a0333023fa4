package org.andon.file.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.ADMIN;
import static org.andon.file.testing.People.EDITOR;
import static org.andon.file.testing.People.OUTSIDER;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.VIEWER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.minio.MinioClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.RoomServiceTwin.Room;
import org.andon.file.testing.StoreContent;
import org.andon.file.testing.TestRooms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class FileDeletionTest {
  private static final byte[] TEXT = "text".getBytes(UTF_8);

  @Inject MinioClient store;
  RoomServiceTwin rooms;
  private UUID room;

  @BeforeEach
  void a_room() {
    room = TestRooms.in(rooms);
  }

  @ParameterizedTest
  @CsvSource({OWNER + ",204", EDITOR + ",204", ADMIN + ",204", VIEWER + ",403", OUTSIDER + ",403"})
  void who_uploaded_a_file_an_owner_and_an_admin_may_delete_it(String userId, int status) {
    String file = uploaded(EDITOR, room, "a.txt", TEXT);

    as(userId).delete("/api/files/{id}", file).then().statusCode(status);

    as(OWNER).get("/api/files/{id}", file).then().statusCode(status == 204 ? 404 : 200);
  }

  @Test
  void an_editor_deletes_no_one_elses_file() {
    String file = uploaded(OWNER, room, "a.txt", TEXT);

    as(EDITOR)
        .delete("/api/files/{id}", file)
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
  }

  @Test
  void an_uploader_who_is_no_member_any_more_deletes_nothing() {
    String file = uploaded(EDITOR, room, "a.txt", TEXT);
    rooms.put(room, new Room("active", Map.of(OWNER, "OWNER")));

    as(EDITOR).delete("/api/files/{id}", file).then().statusCode(403);
  }

  @Test
  void nothing_is_deleted_from_an_archived_room() {
    String file = uploaded(OWNER, room, "a.txt", TEXT);
    rooms.put(room, new Room("archived", TestRooms.STAFF));

    as(OWNER)
        .delete("/api/files/{id}", file)
        .then()
        .statusCode(409)
        .body("code", equalTo("room_archived"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/content", "/preview"})
  void nothing_serves_a_deleted_file(String path) {
    String file = uploaded(OWNER, room, "a.txt", TEXT);
    as(OWNER).delete("/api/files/{id}", file).then().statusCode(204);

    as(OWNER)
        .get("/api/files/{id}" + path, file)
        .then()
        .statusCode(404)
        .body("code", equalTo("not_found"));
    as(OWNER).delete("/api/files/{id}", file).then().statusCode(404);
    as(OWNER).get("/api/rooms/{id}/files", room).then().body("items", empty());
  }

  @Test
  void the_same_bytes_are_stored_once_and_stay_for_as_long_as_a_file_has_them() {
    String first = uploaded(OWNER, room, "a.txt", TEXT);
    String second = uploaded(EDITOR, room, "b.txt", TEXT);
    uploaded(OWNER, TestRooms.in(rooms), "c.txt", TEXT);

    assertThat(new StoreContent(store).files(room)).hasSize(1);
    as(OWNER).delete("/api/files/{id}", first).then().statusCode(204);
    as(OWNER)
        .get("/api/files/{id}/content", second)
        .then()
        .statusCode(200)
        .header("Content-Disposition", "attachment; filename=\"b.txt\"; filename*=UTF-8''b.txt")
        .body(equalTo("text"));
  }
}
