package org.andon.e2e;

import static org.andon.testkit.RoomClient.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scenarios of the messaging specification, through the gateway and over two pods. */
@ExtendWith(SharedStack.class)
class ConversationIT {
  private final Stack stack;
  private final Person wei;
  private final Person mei;
  private final Person john;

  private UUID room;

  ConversationIT(Stack stack) {
    this.stack = stack;
    this.wei = Person.signIn(stack, "li.wei");
    this.mei = Person.signIn(stack, "chen.mei");
    this.john = Person.signIn(stack, "john.doe");
  }

  @BeforeEach
  void aRoomOfThree() {
    room = wei.createRoom("3 號線", Map.of(mei.userId(), "EDITOR", john.userId(), "VIEWER"));
  }

  private RoomClient onPod(Person person, int pod) {
    RoomClient client = person.open(stack.messagingPods().get(pod), room);
    client.next("welcome");
    return client;
  }

  private static String post(RoomClient client, String content) {
    return client.call(frame("message", "content", content)).get("message_id").asText();
  }

  @Test
  void an_edit_a_reaction_and_a_deletion_are_seen_on_the_other_pod() {
    try (RoomClient first = onPod(wei, 0);
        RoomClient second = onPod(mei, 1)) {
      String id = post(first, "Equipment temperature rising to 85°C");
      first.call(frame("edit_message", "message_id", id, "content", "stabilized at 75°C"));
      second.call(frame("add_reaction", "message_id", id, "emoji", "👍"));
      first.call(frame("delete_message", "message_id", id));

      assertThat(second.next("message").get("content").asText()).contains("85°C");
      assertThat(second.next("message_edited").get("content").asText()).contains("75°C");
      assertThat(second.next("reaction_added").at("/reactions/👍").asInt()).isEqualTo(1);
      assertThat(second.next("message_deleted").get("deleted_by").asText()).isEqualTo(wei.userId());
    }
    wei.request()
        .get("/api/rooms/{room}/messages?limit=1", room)
        .then()
        .statusCode(200)
        .body("items[0].content", equalTo(null))
        .body("items[0].reactions[0].count", equalTo(1));
  }

  @Test
  void the_owner_sees_what_was_said_before_and_a_viewer_does_not() {
    String id;
    try (RoomClient client = onPod(mei, 0)) {
      id = post(client, "first");
      client.call(frame("edit_message", "message_id", id, "content", "second"));
      client.call(frame("delete_message", "message_id", id));
    }

    wei.request()
        .get("/api/rooms/{room}/messages/{id}/revisions", room, id)
        .then()
        .statusCode(200)
        .body("items.version", contains(1, 2, 3))
        .body("items.content", contains("first", "second", null))
        .body("items[2].deleted_by", equalTo(mei.userId()));
    john.request()
        .get("/api/rooms/{room}/messages/{id}/revisions", room, id)
        .then()
        .statusCode(403);
  }

  @Test
  void typing_is_told_on_the_other_pod_and_ends_by_itself() {
    try (RoomClient typist = onPod(mei, 0);
        RoomClient watcher = onPod(wei, 1)) {
      typist.send(frame("typing").toString());

      JsonNode begun = watcher.next("typing");
      long from = System.nanoTime();
      JsonNode ended = watcher.next("typing");

      assertThat(begun.get("user_id").asText()).isEqualTo(mei.userId());
      assertThat(begun.get("is_typing").asBoolean()).isTrue();
      assertThat(ended.get("is_typing").asBoolean()).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - from))
          .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
    }
  }

  @Test
  void who_has_read_how_far_is_told_on_the_other_pod_and_nothing_is_unread_then() {
    try (RoomClient writer = onPod(wei, 0);
        RoomClient reader = onPod(mei, 1)) {
      post(writer, "@chen.mei 請看 3 號線");
      long number = reader.next("message").get("sequence_number").asLong();
      mei.request()
          .get("/api/me/unread")
          .then()
          .body("rooms.find{it.room_id=='" + room + "'}.unread", equalTo(1))
          .body("rooms.find{it.room_id=='" + room + "'}.mentions", equalTo(1));

      reader.send(frame("read", "sequence_number", number).toString());

      JsonNode read = writer.next("read");
      assertThat(read.get("user_id").asText()).isEqualTo(mei.userId());
      assertThat(read.get("sequence_number").asLong()).isEqualTo(number);
      mei.request()
          .get("/api/me/unread")
          .then()
          .body("rooms.find{it.room_id=='" + room + "'}.unread", equalTo(0));
    }
  }

  @Test
  void a_mention_by_a_chinese_name_reaches_the_persons_own_list() {
    try (RoomClient writer = onPod(wei, 0)) {
      writer.call(frame("message", "content", "@陳美 Please check Line 3 immediately"));
      assertThat(writer.next("message").get("mentions").get(0).asText()).isEqualTo(mei.userId());
    }

    mei.request()
        .get("/api/me/mentions")
        .then()
        .statusCode(200)
        .body("items[0].room_title", equalTo("3 號線"))
        .body("items[0].content", containsString("Line 3"));
  }

  @Test
  void a_change_of_the_room_is_a_message_in_the_room() {
    try (RoomClient watcher = onPod(mei, 1)) {
      wei.request()
          .contentType("application/json")
          .body(Map.of("status", "resolved", "resolution_notes", "更換感測器"))
          .put("/api/rooms/{room}/status", room)
          .then()
          .statusCode(200);

      JsonNode told =
          watcher.next(frame -> frame.path("event").asText().equals("room_status_changed"));
      assertThat(told.get("from").asText()).isEqualTo("active");
      assertThat(told.get("to").asText()).isEqualTo("resolved");
      assertThat(told.get("note").asText()).isEqualTo("更換感測器");
      assertThat(told.get("sequence_number").asLong()).isPositive();
    }
    wei.request()
        .get("/api/rooms/{room}/messages", room)
        .then()
        .body("items.event", hasItem("room_created"))
        .body("items[0].message_type", equalTo("system"));
  }

  @Test
  void words_of_two_characters_and_part_numbers_are_found_by_members_alone() {
    try (RoomClient writer = onPod(wei, 0)) {
      post(writer, "烤箱溫度異常, 更換 AX-4012-" + room);
    }

    wei.request()
        .get("/api/messages/search?q={q}&room_id={room}", "溫度", room)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].highlights[0]", containsString("<mark>溫度</mark>"));
    wei.request()
        .get("/api/messages/search?q={q}", "ax-4012-" + room)
        .then()
        .body("items", hasSize(1));
    Person outsider = Person.signIn(stack, "wang.fang");
    outsider
        .request()
        .get("/api/messages/search?q={q}", "ax-4012-" + room)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void readings_are_queried_by_field_and_make_a_series() {
    try (RoomClient writer = onPod(wei, 0)) {
      for (int temperature : new int[] {75, 85, 95}) {
        writer.call(
            frame(
                "message",
                "message_type",
                "incident_data",
                "content",
                Map.of("temperature", temperature, "pressure", 120)));
      }
    }

    wei.request()
        .get("/api/rooms/{room}/incident-data?where={where}", room, "temperature>80")
        .then()
        .statusCode(200)
        .body("items.content.temperature", contains(95, 85));
    wei.request()
        .get("/api/rooms/{room}/incident-data/series?field=temperature&bucket=1d", room)
        .then()
        .statusCode(200)
        .body("points[0].n", equalTo(3))
        .body("points[0].max", equalTo(95));
  }

  @Test
  void a_message_posted_over_http_is_posted_once_whichever_pod_is_asked() {
    String key = UUID.randomUUID().toString();
    String[] ids = new String[4];
    for (int i = 0; i < ids.length; i++) {
      ids[i] =
          wei.request()
              .header("Idempotency-Key", key)
              .contentType("application/json")
              .body(Map.of("content", "from the oven's controller"))
              .post("/api/rooms/{room}/messages", room)
              .then()
              .statusCode(201)
              .body("client_msg_id", equalTo(key))
              .extract()
              .path("message_id");
    }

    assertThat(ids).containsOnly(ids[0]);
    await()
        .untilAsserted(
            () ->
                wei.request()
                    .get("/api/rooms/{room}/messages", room)
                    .then()
                    .body("items.findAll{it.message_id=='" + ids[0] + "'}", hasSize(1)));
  }

  @Test
  void a_frame_that_is_too_large_closes_the_socket_with_1009() {
    try (RoomClient client = wei.open(room)) {
      client.next("welcome");

      client.send(frame("message", "content", "x".repeat(70_000)).toString());

      assertThat(client.next("error").get("code").asText()).isEqualTo("frame_too_large");
      assertThat(client.closeCode()).isEqualTo(1009);
    }
  }
}
