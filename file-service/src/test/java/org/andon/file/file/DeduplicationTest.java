package org.andon.file.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.EDITOR;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.VIEWER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.upload;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.minio.MinioClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.Samples;
import org.andon.file.testing.StoreContent;
import org.andon.file.testing.TestRooms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class DeduplicationTest {
  @Inject MinioClient client;
  RoomServiceTwin rooms;
  private StoreContent store;
  private UUID room;

  @BeforeEach
  void a_room() {
    store = new StoreContent(client);
    room = TestRooms.in(rooms);
  }

  @Test
  void bytes_that_the_store_has_lost_are_there_for_all_when_they_are_uploaded_again() {
    byte[] text = "oven 3: 85".getBytes(UTF_8);
    String before = uploaded(OWNER, room, "a.txt", text);
    store.files(room).forEach(store::remove);

    String again = uploaded(EDITOR, room, "b.txt", text);

    for (String file : new String[] {before, again}) {
      as(VIEWER)
          .get("/api/files/{id}/content", file)
          .then()
          .statusCode(200)
          .body(equalTo("oven 3: 85"));
    }
    assertThat(store.files(room)).hasSize(1);
  }

  @Test
  void whoever_uploads_what_is_there_is_given_its_preview_at_once() {
    byte[] image = Samples.png(8, 8);
    String first = uploaded(OWNER, room, "a.png", image);
    await()
        .until(
            () -> as(VIEWER).get("/api/files/{id}", first).path("preview_url"), it -> it != null);

    assertThat(upload(EDITOR, room, "b.png", image).body().getString("preview_url")).isNotNull();
  }
}
