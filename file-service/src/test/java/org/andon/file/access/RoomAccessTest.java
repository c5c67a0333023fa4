package org.andon.file.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.ADMIN;
import static org.andon.file.testing.People.EDITOR;
import static org.andon.file.testing.People.OUTSIDER;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.VIEWER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.TestRooms.STAFF;
import static org.andon.file.testing.TestRooms.announce;
import static org.andon.file.testing.Uploads.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.contracts.TopicNames;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.RoomServiceTwin.Room;
import org.andon.file.testing.TestRooms;
import org.andon.file.testing.Topic;
import org.andon.file.testing.Uploads.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class RoomAccessTest {
  private static final byte[] TEXT = "text".getBytes(UTF_8);

  RoomServiceTwin rooms;
  @Inject DataSource database;

  @ParameterizedTest(name = "known from Kafka: {0}")
  @CsvSource({"true, 201, 201, 403, 403, 201", "false, 201, 201, 403, 403, 201"})
  void a_role_decides_who_may_upload(
      boolean announced, int owner, int editor, int viewer, int outsider, int admin) {
    UUID room = TestRooms.in(rooms);
    if (announced) {
      announce(room, 1, "active", null, STAFF);
      awaitVersion(room, 1);
    }

    assertThat(upload(OWNER, room, "a.txt", TEXT).status()).isEqualTo(owner);
    assertThat(upload(EDITOR, room, "a.txt", TEXT).status()).isEqualTo(editor);
    assertThat(upload(VIEWER, room, "a.txt", TEXT).status()).isEqualTo(viewer);
    assertThat(upload(OUTSIDER, room, "a.txt", TEXT).status()).isEqualTo(outsider);
    assertThat(upload(ADMIN, room, "a.txt", TEXT).status()).isEqualTo(admin);
  }

  @Test
  void a_member_known_from_kafka_needs_no_word_from_room_service() {
    UUID room = UUID.randomUUID();
    announce(room, 1, "active", null, STAFF);
    awaitVersion(room, 1);
    int before = rooms.questions();

    as(VIEWER).get("/api/rooms/{id}/files", room).then().statusCode(200);

    assertThat(rooms.questions()).isEqualTo(before);
  }

  @Test
  void someone_added_a_millisecond_ago_gets_in() {
    UUID room = UUID.randomUUID();
    announce(room, 1, "active", null, STAFF);
    awaitVersion(room, 1);
    rooms.put(room, new Room("active", Map.of(OUTSIDER, "EDITOR")));

    Answer answer = upload(OUTSIDER, room, "a.txt", TEXT);

    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void someone_removed_is_out_once_the_event_is_here() {
    UUID room = UUID.randomUUID();
    announce(room, 1, "active", null, STAFF);
    awaitVersion(room, 1);
    rooms.put(room, new Room("active", Map.of(OWNER, "OWNER")));

    announce(room, 2, "active", null, Map.of(OWNER, "OWNER"));
    awaitVersion(room, 2);

    as(VIEWER).get("/api/rooms/{id}/files", room).then().statusCode(403);
    as(OWNER).get("/api/rooms/{id}/files", room).then().statusCode(200);
  }

  @Test
  void a_record_that_is_no_event_holds_nothing_up() {
    UUID room = UUID.randomUUID();

    new Topic(TopicNames.ROOMS).send(room.toString(), "not an event");
    new Topic(TopicNames.ROOMS).send(room.toString(), "{}");
    announce(room, 1, "active", null, STAFF);

    awaitVersion(room, 1);
    as(VIEWER).get("/api/rooms/{id}/files", room).then().statusCode(200);
  }

  @Test
  void nothing_is_added_to_an_archived_room_but_all_may_be_read() {
    UUID room = UUID.randomUUID();
    rooms.put(room, new Room("archived", STAFF));
    announce(room, 5, "archived", null, STAFF);
    awaitVersion(room, 5);

    Answer answer = upload(OWNER, room, "a.txt", TEXT);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("room_archived");
    as(VIEWER).get("/api/rooms/{id}/files", room).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {OWNER, ADMIN})
  void a_deleted_room_is_gone(String userId) {
    UUID room = UUID.randomUUID();
    announce(room, 2, "active", Instant.now(), STAFF);
    awaitVersion(room, 2);

    as(userId)
        .get("/api/rooms/{id}/files", room)
        .then()
        .statusCode(404)
        .body("code", equalTo("room_not_found"));
  }

  @Test
  void a_room_nobody_knows_is_not_found() {
    as(OWNER)
        .get("/api/rooms/{id}/files", UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("code", equalTo("room_not_found"));
  }

  @Test
  void without_room_service_only_those_known_get_in() {
    UUID room = UUID.randomUUID();
    announce(room, 1, "active", null, STAFF);
    awaitVersion(room, 1);

    rooms.stop();
    var member = as(VIEWER).get("/api/rooms/{id}/files", room).then();
    var stranger = as(OUTSIDER).get("/api/rooms/{id}/files", room).then();
    rooms.start();

    member.statusCode(200);
    stranger.statusCode(503).header("Retry-After", "2").body("code", equalTo("unavailable"));
  }

  private void awaitVersion(UUID room, long version) {
    await().until(() -> knownVersion(room) == version);
  }

  private long knownVersion(UUID room) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("select version from known_rooms where room_id = ?")) {
      select.setObject(1, room);
      try (var row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
