package org.andon.messaging.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.RoomTopic;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class UnreadTest {
  @TestHTTPResource("/")
  URI base;

  @Inject ReadPositions positions;
  @Inject Moved moved;

  private final String wei = "wei-" + UUID.randomUUID() + "@plant.example";
  private final String mei = "mei-" + UUID.randomUUID() + "@plant.example";
  private final UUID oven = UUID.randomUUID();
  private final UUID press = UUID.randomUUID();

  @ApplicationScoped
  static class Moved implements ReadListener {
    private final Queue<ReadPosition> told = new ConcurrentLinkedQueue<>();

    @Override
    public void read(List<ReadPosition> moved) {
      told.addAll(moved);
    }

    List<ReadPosition> of(String user) {
      return told.stream().filter(position -> position.userId().equals(user)).toList();
    }
  }

  @BeforeEach
  void twoRoomsOfTwoPeople() {
    RoomTopic.announce(oven, 1, Map.of(wei, "OWNER", mei, "EDITOR"));
    RoomTopic.announce(press, 1, Map.of(wei, "OWNER", mei, "VIEWER"));
    await().until(() -> unread(mei).getList("rooms").size() == 2);
  }

  private static JsonPath unread(String user) {
    return given()
        .auth()
        .oauth2(Tokens.of(user))
        .get("/api/me/unread")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Map<String, Object> unread(String user, UUID room) {
    return unread(user).getMap("rooms.find { it.room_id == '" + room + "' }");
  }

  private void post(UUID room, String user, int messages) {
    try (RoomClient client = RoomClient.open(base, room, Tokens.of(user), "")) {
      client.next("welcome");
      IntStream.range(0, messages).forEach(i -> client.post("message " + i));
      IntStream.range(0, messages).forEach(i -> client.next("ack"));
    }
  }

  @Test
  void what_others_wrote_since_the_last_read_is_unread() {
    post(oven, wei, 5);
    post(oven, mei, 2);
    post(press, wei, 1);

    positions.read(oven, mei, 3);

    await().until(() -> moved.of(mei), List.of(new ReadPosition(oven, mei, 3))::equals);
    assertThat(unread(mei, oven))
        .containsEntry("unread", 2)
        .containsEntry("mentions", 0)
        .containsEntry("last_read", 3)
        .containsEntry("last_sequence_number", 7);
    assertThat(unread(mei, press)).containsEntry("unread", 1).containsEntry("last_read", 0);
    assertThat(unread(wei, oven)).containsEntry("unread", 2);
  }

  @Test
  void a_position_only_moves_forward_and_never_beyond_the_last_message() {
    post(oven, wei, 3);

    positions.read(oven, mei, 2);
    await().until(() -> moved.of(mei).size() == 1);
    positions.read(oven, mei, 1);
    positions.read(press, mei, 9);
    positions.read(oven, mei, 99);

    await().until(() -> moved.of(mei).size() == 2);
    assertThat(moved.of(mei))
        .containsExactly(new ReadPosition(oven, mei, 2), new ReadPosition(oven, mei, 3));
    assertThat(unread(mei, oven)).containsEntry("unread", 0).containsEntry("last_read", 3);
    assertThat(unread(mei, press)).containsEntry("last_read", 0);
  }

  @Test
  void many_readers_of_many_rooms_are_all_told_of() {
    post(oven, wei, 9);
    post(press, wei, 9);

    for (int number = 1; number <= 9; number++) {
      for (UUID room : List.of(oven, press)) {
        positions.read(room, mei, number);
        positions.read(room, wei, number);
      }
    }

    await().until(() -> unread(mei).getList("rooms.last_read"), List.of(9, 9)::equals);
    await().until(() -> unread(wei).getList("rooms.last_read"), List.of(9, 9)::equals);
    await().until(() -> moved.of(wei).contains(new ReadPosition(press, wei, 9)));
  }

  @Test
  void rooms_one_has_left_and_rooms_that_are_gone_are_not_listed() {
    RoomTopic.announce(oven, 2, Map.of(wei, "OWNER"));
    RoomTopic.announce(press, 2, "active", Instant.now(), Map.of(wei, "OWNER", mei, "VIEWER"));

    await().untilAsserted(() -> assertThat(unread(mei).getList("rooms")).isEmpty());
    assertThat(unread(wei).getList("rooms.room_id")).containsExactly(oven.toString());
  }

  @Test
  void nobody_reads_it_without_a_token() {
    given().get("/api/me/unread").then().statusCode(401).body("code", equalTo("unauthenticated"));
  }
}
