package org.andon.file.upkeep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.EDITOR;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minio.MinioClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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
class UpkeepTest {
  @Inject OrphanSweep sweep;
  @Inject Purge purge;
  @Inject Claims claims;
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
  void an_object_without_a_row_is_removed_once_it_is_old() {
    String file = uploaded(OWNER, room, "a.txt", bytes("a"));
    String orphan = "rooms/" + room + "/" + UUID.randomUUID();
    store.put(orphan, bytes("orphan"));
    store.put("previews/" + room + "/" + UUID.randomUUID() + "/480.jpg", bytes("orphan"));

    sweep.sweep(longAgo());
    assertThat(store.files(room)).hasSize(2).contains(orphan);

    sweep.sweep(soon());
    assertThat(store.files(room)).hasSize(1).doesNotContain(orphan);
    assertThat(store.previews(room)).isEmpty();
    as(OWNER).get("/api/files/{id}/content", file).then().statusCode(200);
  }

  @Test
  void a_store_full_of_what_this_database_does_not_know_is_left_alone() {
    for (int i = 0; i < 201; i++) {
      store.put("rooms/" + room + "/" + UUID.randomUUID(), bytes("of another database"));
    }

    sweep.sweep(soon());

    assertThat(store.files(room)).hasSize(201);
    store.files(room).forEach(store::remove);
  }

  @Test
  void a_row_without_an_object_is_a_deleted_file() {
    String lost = uploaded(OWNER, room, "lost.txt", bytes("lost"));
    String twin = uploaded(EDITOR, room, "twin.txt", bytes("lost"));
    String kept = uploaded(OWNER, room, "kept.txt", bytes("kept"));
    String key = store.files(room).getFirst();
    store.remove(key);

    sweep.sweep(longAgo());
    as(OWNER).get("/api/files/{id}", lost).then().statusCode(200);

    sweep.sweep(soon());
    as(OWNER).get("/api/files/{id}", lost).then().statusCode(404);
    as(OWNER).get("/api/files/{id}", twin).then().statusCode(404);
    as(OWNER).get("/api/files/{id}/content", kept).then().statusCode(200);
  }

  @Test
  void a_store_that_has_lost_more_than_orphans_makes_nothing_worse() {
    String file = "";
    for (int i = 0; i < 25; i++) {
      file = uploaded(OWNER, room, "a.txt", bytes("text " + i));
    }
    store.files(room).forEach(store::remove);

    sweep.sweep(soon());

    as(OWNER).get("/api/files/{id}", file).then().statusCode(200);
    purgeAll();
  }

  @Test
  void a_deleted_files_bytes_and_previews_go_after_its_time() {
    String file = uploaded(OWNER, room, "a.png", Samples.png(8, 8));
    as(OWNER).get("/api/files/{id}/preview", file).then().statusCode(200);
    await().until(() -> store.previews(room).size() == 1);
    as(OWNER).delete("/api/files/{id}", file).then().statusCode(204);

    purge.purge(longAgo());
    assertThat(store.files(room)).hasSize(1);

    purge.purge(soon());
    assertThat(store.files(room)).isEmpty();
    assertThat(store.previews(room)).isEmpty();
  }

  @Test
  void bytes_that_another_file_has_too_do_not_go() {
    String deleted = uploaded(OWNER, room, "a.txt", bytes("same"));
    String kept = uploaded(OWNER, room, "b.txt", bytes("same"));
    as(OWNER).delete("/api/files/{id}", deleted).then().statusCode(204);

    purge.purge(soon());

    as(OWNER).get("/api/files/{id}/content", kept).then().statusCode(200);
  }

  @Test
  void bytes_that_were_purged_can_be_uploaded_again() {
    String deleted = uploaded(OWNER, room, "a.txt", bytes("again"));
    as(OWNER).delete("/api/files/{id}", deleted).then().statusCode(204);
    purge.purge(soon());

    String again = uploaded(OWNER, room, "a.txt", bytes("again"));

    as(OWNER).get("/api/files/{id}/content", again).then().statusCode(200);
  }

  @Test
  void the_files_of_a_deleted_room_go_after_its_time() {
    uploaded(OWNER, room, "a.txt", bytes("a"));
    TestRooms.announce(room, 9, "active", Instant.now(), TestRooms.STAFF);
    await().until(() -> as(OWNER).get("/api/rooms/{id}/files", room).statusCode() == 404);

    purge.purge(longAgo());
    assertThat(store.files(room)).hasSize(1);

    purge.purge(soon());
    assertThat(store.files(room)).isEmpty();
  }

  @Test
  void what_is_due_is_given_to_one_pod() {
    String task = "test-" + room;

    assertThat(claims.take(task, Duration.ofHours(1))).isTrue();
    assertThat(claims.take(task, Duration.ofHours(1))).isFalse();
  }

  @Test
  void a_task_is_due_again_when_its_time_has_come() {
    String task = "test-" + room;

    assertThat(claims.take(task, Duration.ZERO)).isTrue();
    assertThat(claims.take(task, Duration.ZERO)).isTrue();
  }

  /** Rows whose objects this test has taken away must not be counted by the next one. */
  private void purgeAll() {
    TestRooms.announce(room, 9, "active", Instant.now(), TestRooms.STAFF);
    await().until(() -> as(OWNER).get("/api/rooms/{id}/files", room).statusCode() == 404);
    purge.purge(soon());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static Instant longAgo() {
    return Instant.now().minus(Duration.ofHours(1));
  }

  private static Instant soon() {
    return Instant.now().plus(Duration.ofHours(1));
  }
}
