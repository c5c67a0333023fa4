package org.andon.messaging.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.RoomTopic;
import org.andon.messaging.support.Tokens;
import org.andon.messaging.support.Topic;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class FeedSocketTest {
  @TestHTTPResource("/")
  URI base;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String wei = "wei." + mark + "@plant.example";
  private final String mei = "mei." + mark + "@plant.example";
  private final UUID oven = UUID.randomUUID();
  private final UUID press = UUID.randomUUID();

  private RoomClient feed;

  @BeforeEach
  void twoRoomsAndTheFeedOfOneMember() {
    RoomTopic.announce(oven, 1, Map.of(wei, "OWNER", mei, "EDITOR"));
    RoomTopic.announce(press, 1, Map.of(wei, "OWNER", mei, "VIEWER"));
    await().atMost(Duration.ofSeconds(30)).until(() -> roomsOf(mei) == 2);
    feed = RoomClient.openFeed(base, Tokens.of(mei));
    feed.send("{\"type\":\"ping\"}").next("pong");
  }

  @AfterEach
  void close() {
    feed.close();
  }

  private static int roomsOf(String user) {
    return given()
        .auth()
        .oauth2(Tokens.of(user))
        .get("/api/me/unread")
        .jsonPath()
        .getList("rooms")
        .size();
  }

  private RoomClient enter(UUID room, String user) {
    RoomClient client = RoomClient.open(base, room, Tokens.of(user), "");
    client.next("welcome");
    return client;
  }

  private JsonNode next(String type, UUID room) {
    return feed.next(
        frame ->
            frame.path("type").asText().equals(type)
                && frame.path("room_id").asText().equals(room.toString()));
  }

  private JsonNode unread(UUID room, int count) {
    return feed.next(
        frame ->
            frame.path("type").asText().equals("unread")
                && frame.path("room_id").asText().equals(room.toString())
                && frame.path("unread").asInt() == count);
  }

  @Test
  void the_welcome_comes_first_and_only_with_a_token() {
    try (RoomClient another = RoomClient.openFeed(base, Tokens.of(mei))) {
      JsonNode welcome = another.next(frame -> true);

      assertThat(welcome.get("type").asText()).isEqualTo("welcome");
      assertThat(welcome.get("protocol").asInt()).isEqualTo(1);
      assertThat(welcome.get("user_id").asText()).isEqualTo(mei);
      assertThat(welcome.has("connection_id")).isTrue();
      assertThat(welcome.has("room_id")).isFalse();
    }
    assertThat(RoomClient.refusal(base, "/ws/me", null)).isEqualTo(401);
    assertThat(RoomClient.refusal(base, "/ws/me", Tokens.lasting(mei, Duration.ofMinutes(-5))))
        .isEqualTo(401);
  }

  @Test
  void what_others_write_in_any_of_my_rooms_is_counted() {
    try (RoomClient inOven = enter(oven, wei);
        RoomClient inPress = enter(press, wei)) {
      inOven.post("one");
      JsonNode first = unread(oven, 1);
      inPress.post("two");
      JsonNode second = unread(press, 1);
      inOven.post("@mei." + mark + " three");
      JsonNode third = unread(oven, 2);

      assertThat(first.get("mentions").asInt()).isZero();
      assertThat(first.get("last_sequence_number").asInt()).isEqualTo(1);
      assertThat(second.get("last_sequence_number").asInt()).isEqualTo(1);
      assertThat(third.get("mentions").asInt()).isEqualTo(1);
    }
  }

  @Test
  void what_somebody_is_notified_of_comes_to_their_feed_as_it_is() {
    String other = "{\"type\":\"notification\",\"notification_id\":\"1\"}";
    String mine = "{\"type\":\"notification\",\"notification_id\":\"2\"}";

    JsonNode first =
        await()
            .until(
                () -> {
                  Topic.put("andon.notifications.v1", wei, other);
                  Topic.put("andon.notifications.v1", mei, mine);
                  return feed.framesSoFar().stream()
                      .filter(frame -> frame.path("type").asText().equals("notification"))
                      .findFirst()
                      .orElse(null);
                },
                Objects::nonNull);

    assertThat(first.toString()).isEqualTo(mine);
  }

  @Test
  void a_mention_is_told_with_the_beginning_of_the_message() {
    try (RoomClient client = enter(oven, wei)) {
      client.post("@mei." + mark + " " + "🔥".repeat(300));

      JsonNode message = client.next("message");
      JsonNode mentioned = next("mentioned", oven);
      String excerpt = mentioned.get("excerpt").asText();
      assertThat(mentioned.get("message_id")).isEqualTo(message.get("message_id"));
      assertThat(mentioned.get("sender_id").asText()).isEqualTo(wei);
      assertThat(mentioned.get("sender_name").asText()).isEqualTo("Name of " + wei);
      assertThat(excerpt.codePointCount(0, excerpt.length())).isEqualTo(140);
      assertThat(excerpt).startsWith("@mei." + mark + " 🔥").endsWith("🔥");
    }
  }

  @Test
  void many_messages_at_once_are_one_frame_a_second() {
    Instant start = Instant.now();
    try (RoomClient client = enter(oven, wei)) {
      for (int i = 0; i < 60; i++) {
        client.post("message " + i);
      }

      int frames = 1;
      while (next("unread", oven).get("unread").asInt() < 60) {
        frames++;
      }
      assertThat(frames).isLessThanOrEqualTo(2 + (int) start.until(Instant.now()).toSeconds());
    }
  }

  @Test
  void what_i_read_in_the_room_is_no_longer_unread() {
    try (RoomClient client = enter(oven, wei);
        RoomClient mine = enter(oven, mei)) {
      client.post("one");
      unread(oven, 1);

      mine.send("{\"type\":\"read\",\"sequence_number\":1}");

      assertThat(unread(oven, 0).get("last_sequence_number").asInt()).isEqualTo(1);
    }
  }

  @Test
  void a_deleted_message_is_no_longer_unread() {
    try (RoomClient client = enter(oven, wei)) {
      client.post("@mei." + mark + " one");
      String id = client.next("message").get("message_id").asText();
      assertThat(unread(oven, 1).get("mentions").asInt()).isEqualTo(1);

      client.send("{\"type\":\"delete_message\",\"message_id\":\"" + id + "\"}");

      assertThat(unread(oven, 0).get("mentions").asInt()).isZero();
    }
  }

  @Test
  void a_room_i_am_added_to_is_told_of_and_heard_from_then_on() {
    UUID fresh = UUID.randomUUID();
    RoomTopic.announce(fresh, 1, Map.of(wei, "OWNER"));

    RoomTopic.announce(fresh, 2, Map.of(wei, "OWNER", mei, "VIEWER"));

    JsonNode room = next("room_changed", fresh);
    assertThat(room.get("title").asText()).isEqualTo("Line 3");
    assertThat(room.get("my_role").asText()).isEqualTo("VIEWER");
    assertThat(room.get("version").asInt()).isEqualTo(2);
    assertThat(room.get("member_count").asInt()).isEqualTo(2);
    assertThat(room.has("members")).isFalse();
    try (RoomClient client = enter(fresh, wei)) {
      client.post("welcome");
      unread(fresh, 1);
    }
  }

  @Test
  void a_room_that_i_lose_is_told_of_once_and_heard_no_more() {
    try (RoomClient client = enter(oven, wei)) {
      RoomTopic.announce(oven, 2, Map.of(wei, "OWNER"));
      RoomTopic.announce(press, 2, "active", Instant.now(), Map.of(wei, "OWNER", mei, "VIEWER"));
      List<String> removed =
          List.of(
              feed.next("room_removed").get("room_id").asText(),
              feed.next("room_removed").get("room_id").asText());
      assertThat(removed).containsExactlyInAnyOrder(oven.toString(), press.toString());

      client.post("@mei." + mark + " secret");
      client.next("message");
      UUID fresh = UUID.randomUUID();
      RoomTopic.announce(fresh, 1, Map.of(wei, "OWNER", mei, "VIEWER"));
      JsonNode next = feed.next(frame -> !frame.path("type").asText().equals("unread"));

      assertThat(next.get("type").asText()).isEqualTo("room_changed");
      assertThat(next.get("room_id").asText()).isEqualTo(fresh.toString());
    }
  }

  @Test
  void a_feed_takes_no_messages_nor_foreign_tokens_and_ends_with_its_own() {
    UUID session = UUID.randomUUID();
    String first = Tokens.ofSession(mei, session, Duration.ofSeconds(3));
    try (RoomClient brief = RoomClient.openFeed(base, first)) {
      UUID id = brief.post("hello?");
      JsonNode error = brief.next("error");
      assertThat(error.get("code").asText()).isEqualTo("unknown_type");
      assertThat(error.get("client_msg_id").asText()).isEqualTo(id.toString());
      brief.send("{\"type\":\"refresh_token\",\"token\":\"%s\"}".formatted(Tokens.of(mei)));
      assertThat(brief.next("error").get("code").asText()).isEqualTo("invalid_token");

      assertThat(brief.closeCode()).isEqualTo(4401);
    }
  }
}
