package org.andon.file.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.upload;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.TestRooms;
import org.andon.file.testing.Uploads.Answer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class StoreAwayTest {
  private static final byte[] TEXT = "text".getBytes(UTF_8);

  FileStack stack;
  RoomServiceTwin rooms;

  @Test
  void nothing_is_left_of_an_upload_the_store_could_not_take_and_later_ones_work() {
    UUID room = TestRooms.in(rooms);
    String before = uploaded(OWNER, room, "before.txt", TEXT);

    stack.stopStore();
    Answer upload = upload(OWNER, room, "during.txt", TEXT);
    var download = as(OWNER).get("/api/files/{id}/content", before).then();
    var metadata = as(OWNER).get("/api/files/{id}", before).then();
    stack.startStoreAgain();

    assertThat(upload.status()).isEqualTo(503);
    assertThat(upload.code()).isEqualTo("unavailable");
    download.statusCode(503).header("Retry-After", "2").body("code", equalTo("unavailable"));
    metadata.statusCode(200);
    uploaded(OWNER, room, "after.txt", TEXT);
    as(OWNER)
        .get("/api/rooms/{id}/files", room)
        .then()
        .body("items.file_name", contains("after.txt", "before.txt"));
    as(OWNER).get("/api/files/{id}/content", before).then().statusCode(200);
  }
}
