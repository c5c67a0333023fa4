package org.andon.file.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.upload;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RawDownload;
import org.andon.file.testing.RawUpload;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.StoreContent;
import org.andon.file.testing.TestRooms;
import org.andon.file.testing.Uploads.Answer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class StoreAwayTest {
  private static final byte[] TEXT = "text".getBytes(UTF_8);

  @Inject MinioClient client;
  @Inject MinioAsyncClient asyncClient;
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

  @Test
  void a_store_that_goes_away_in_mid_upload_is_told_and_nothing_is_left() throws Exception {
    UUID room = TestRooms.in(rooms);
    byte[] part = new byte[12 * 1024 * 1024];
    Arrays.fill(part, (byte) 'a');

    String answer;
    try (RawUpload upload = RawUpload.begin(OWNER, room, "large.log", 40 * 1024 * 1024)) {
      upload.send(part);
      stack.stopStore();
      upload.sendUntilRefused(40 * 1024 * 1024);
      answer = upload.answer();
    } finally {
      stack.startStoreAgain();
    }

    assertThat(answer).startsWith("HTTP/1.1 503").contains("unavailable");
    assertNothingIsThere(room);
    uploaded(OWNER, room, "after.txt", TEXT);
  }

  @Test
  void a_store_that_goes_away_in_mid_download_breaks_the_answer_off() throws Exception {
    UUID room = TestRooms.in(rooms);
    byte[] large = new byte[40 * 1024 * 1024];
    Arrays.fill(large, (byte) 'a');
    String file = uploaded(OWNER, room, "large.log", large);

    try (RawDownload download = RawDownload.begin(OWNER, file)) {
      download.read(1024 * 1024);
      stack.stopStore();

      assertThat(download.readToTheEnd()).isLessThan(large.length);
    } finally {
      stack.startStoreAgain();
    }

    assertThat(as(OWNER).get("/api/files/{id}/content", file).asByteArray()).isEqualTo(large);
  }

  @Test
  void an_upload_that_breaks_off_leaves_nothing() throws Exception {
    UUID room = TestRooms.in(rooms);
    byte[] part = new byte[20 * 1024 * 1024];
    Arrays.fill(part, (byte) 'a');

    try (RawUpload upload = RawUpload.begin(OWNER, room, "large.log", 40 * 1024 * 1024)) {
      upload.send(part);
    }

    await().untilAsserted(() -> assertThat(uploadsUnfinished()).isZero());
    assertNothingIsThere(room);
  }

  private void assertNothingIsThere(UUID room) {
    as(OWNER).get("/api/rooms/{id}/files", room).then().body("items", empty());
    assertThat(new StoreContent(client).files(room)).isEmpty();
  }

  private int uploadsUnfinished() throws Exception {
    return asyncClient
        .listMultipartUploadsAsync(
            "andon-files", null, null, null, null, 1000, null, null, null, null)
        .get()
        .result()
        .uploads()
        .size();
  }
}
