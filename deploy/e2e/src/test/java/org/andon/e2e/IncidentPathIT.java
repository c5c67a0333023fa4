package org.andon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.andon.testkit.MessagesTopic;
import org.andon.testkit.RoomClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From signing in to talking on two pods, over the contracts. */
@ExtendWith(SharedStack.class)
class IncidentPathIT {
  private final Stack stack;
  private final Person wei;
  private final Person mei;
  private final Person john;

  IncidentPathIT(Stack stack) {
    this.stack = stack;
    this.wei = Person.signIn(stack, "li.wei");
    this.mei = Person.signIn(stack, "chen.mei");
    this.john = Person.signIn(stack, "john.doe");
  }

  private UUID roomOfWei(Map<String, String> others) {
    return wei.createRoom("3 號線烤箱溫度異常", others);
  }

  private static List<Long> numbers(List<JsonNode> frames) {
    return frames.stream().map(frame -> frame.get("sequence_number").asLong()).toList();
  }

  @Test
  void two_people_on_two_pods_see_one_conversation_in_one_order() {
    UUID room = roomOfWei(Map.of(mei.userId(), "EDITOR"));
    List<Stack.Pod> pods = stack.messagingPods();

    try (RoomClient first = wei.open(pods.get(0), room)) {
      assertThat(first.next(frame -> true).get("type").asText()).isEqualTo("welcome");
      RoomClient second = mei.open(pods.get(1), room);
      assertThat(first.next("system").get("user_id").asText()).isEqualTo(mei.userId());
      second.next(frame -> frame.path("online").size() == 2);

      IntStream.range(0, 50)
          .forEach(
              i -> {
                first.post("from the first pod " + i);
                second.post("從第二個 " + i);
              });

      List<JsonNode> seenByFirst = first.messages(100);
      List<JsonNode> seenBySecond = second.messages(100);
      assertThat(numbers(seenByFirst)).isEqualTo(LongStream.rangeClosed(2, 101).boxed().toList());
      assertThat(seenBySecond).isEqualTo(seenByFirst);
      second.close();
      assertThat(first.next("system").get("event").asText()).isEqualTo("user_left");
    }
  }

  @Test
  void a_plain_consumer_sees_every_message_on_kafka() {
    UUID room = roomOfWei(Map.of());
    try (RoomClient client = wei.open(room)) {
      IntStream.range(0, 10).forEach(i -> client.post("message " + i));
      client.messages(10);
    }

    await().until(() -> MessagesTopic.of(stack.kafka(), room).size() >= 11);

    List<ConsumerRecord<String, String>> records = MessagesTopic.of(stack.kafka(), room);
    assertThat(records)
        .extracting(record -> MessagesTopic.header(record, "ce_type"))
        .containsOnly("andon.system.room_created", "andon.message.posted");
    assertThat(records)
        .extracting(record -> MessagesTopic.header(record, "ce_subject"))
        .containsOnly(room.toString());
  }

  @Test
  void history_is_there_newest_first() {
    UUID room = roomOfWei(Map.of());
    try (RoomClient client = wei.open(room)) {
      IntStream.rangeClosed(1, 5).forEach(i -> client.post("message " + i));
      client.messages(5);
    }

    wei.request()
        .get("/api/rooms/{room}/messages?limit=2", room)
        .then()
        .statusCode(200)
        .body("items.sequence_number", contains(6, 5))
        .body("pagination.next_before", equalTo(5));
  }

  @Test
  void a_picture_is_uploaded_fetched_and_shown_in_the_room() throws IOException {
    UUID room = roomOfWei(Map.of(mei.userId(), "EDITOR"));
    byte[] png = png();

    String fileId =
        mei.request()
            .multiPart("file", "烤箱 3.png", png, "image/png")
            .post("/api/rooms/{room}/files", room)
            .then()
            .statusCode(201)
            .body("content_type", equalTo("image/png"))
            .body("size", equalTo(png.length))
            .extract()
            .path("file_id");

    byte[] fetched =
        wei.request()
            .get("/api/files/{file}/content", fileId)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(fetched).isEqualTo(png);
    try (RoomClient watching = wei.open(room);
        RoomClient showing = mei.open(room)) {
      showing.send(
          """
          {"type":"message","message_type":"image_ref","content":"defect","file_id":"%s"}\
          """
              .formatted(fileId));
      JsonNode shown = watching.next("message");
      assertThat(shown.get("file_url").asText())
          .isEqualTo(stack.gateway() + "/api/files/" + fileId + "/content");
    }
    john.request().get("/api/files/{file}/content", fileId).then().statusCode(403);
  }

  @Test
  void who_may_not_enter_is_told_before_the_upgrade() {
    UUID room = roomOfWei(Map.of());

    assertThat(RoomClient.refusal(stack.gateway(), "/ws/" + room, null)).isEqualTo(401);
    assertThat(RoomClient.refusal(stack.gateway(), "/ws/" + room, "no-token")).isEqualTo(401);
    assertThat(RoomClient.refusal(stack.gateway(), "/ws/" + room, john.token())).isEqualTo(403);
    assertThat(RoomClient.refusal(stack.gateway(), "/ws/" + UUID.randomUUID(), wei.token()))
        .isEqualTo(404);
  }

  @Test
  void a_viewer_may_not_write() {
    UUID room = roomOfWei(Map.of(john.userId(), "VIEWER"));

    try (RoomClient viewer = john.open(room)) {
      viewer.post("may I?");

      assertThat(viewer.next("error").get("code").asText()).isEqualTo("forbidden");
    }
  }

  @Test
  void a_member_added_a_moment_ago_gets_in_at_once() {
    UUID room = roomOfWei(Map.of());

    wei.request()
        .contentType("application/json")
        .body(Map.of("role", "EDITOR"))
        .put("/api/rooms/{room}/members/{user}", room, john.userId())
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));

    try (RoomClient client = john.open(room)) {
      client.post("here already");
      assertThat(client.next("ack").get("sequence_number").asLong()).isPositive();
    }
  }

  @Test
  void a_removed_member_is_out_within_two_seconds() {
    UUID room = roomOfWei(Map.of(john.userId(), "EDITOR"));

    try (RoomClient client = john.open(room)) {
      client.next("welcome");
      wei.request()
          .delete("/api/rooms/{room}/members/{user}", room, john.userId())
          .then()
          .statusCode(204);

      assertThat(client.closeCode()).isEqualTo(4403);
    }
    assertThat(RoomClient.refusal(stack.gateway(), "/ws/" + room, john.token())).isEqualTo(403);
  }

  @Test
  void a_colleague_is_found_by_a_chinese_name() {
    wei.request()
        .get("/api/users?q={name}", "陳美")
        .then()
        .statusCode(200)
        .body("items.user_id", hasItem(mei.userId()));
  }

  @Test
  void the_gateway_shows_the_spa_and_hides_what_is_internal() {
    wei.request().get("/rooms/anything").then().statusCode(200).contentType("text/html");
    wei.request().get("/q/health").then().statusCode(404);
    wei.request()
        .get("/api/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
