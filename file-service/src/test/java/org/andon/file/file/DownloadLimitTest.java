package org.andon.file.file;

import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.VIEWER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.uploaded;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RawDownload;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.TestRooms;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class DownloadLimitTest {
  /** More than sockets keep, so that a download nobody reads does not end. */
  private static final int SIZE = 30 * 1024 * 1024;

  @Inject FileLimits limits;
  RoomServiceTwin rooms;

  @Test
  void one_person_has_so_many_downloads_at_once_and_keeps_nobody_else_from_theirs()
      throws IOException {
    UUID room = TestRooms.in(rooms);
    byte[] log = new byte[SIZE];
    Arrays.fill(log, (byte) 'a');
    String file = uploaded(OWNER, room, "a.log", log);
    List<RawDownload> downloads = new ArrayList<>();
    for (int i = 0; i < limits.downloadsAtOncePerUser(); i++) {
      RawDownload download = RawDownload.begin(VIEWER, file);
      download.read(1000);
      downloads.add(download);
    }

    as(VIEWER)
        .get("/api/files/{id}/content", file)
        .then()
        .statusCode(429)
        .body("code", equalTo("too_many_downloads"))
        .header("Retry-After", notNullValue());
    part(OWNER, file);

    for (RawDownload download : downloads) {
      download.close();
    }
    await().untilAsserted(() -> part(VIEWER, file));
  }

  private static void part(String userId, String file) {
    as(userId)
        .header("Range", "bytes=0-9")
        .get("/api/files/{id}/content", file)
        .then()
        .statusCode(206);
  }
}
