package org.andon.messaging.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.andon.messaging.support.Backing;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class RoomSocketTest extends RoomFixture {
  @Test
  void the_welcome_comes_first_and_others_hear_who_joined() {
    try (RoomClient wei = open(WEI)) {
      JsonNode welcome = wei.next(frame -> true);

      try (RoomClient mei = open(MEI)) {
        JsonNode joined = wei.next("system");
        JsonNode online = wei.next(frame -> frame.path("online").size() == 2);

        assertThat(welcome.get("type").asText()).isEqualTo("welcome");
        assertThat(welcome.get("role").asText()).isEqualTo("OWNER");
        assertThat(welcome.get("last_sequence_number").asLong()).isZero();
        assertThat(joined.get("event").asText()).isEqualTo("user_joined");
        assertThat(joined.get("user_id").asText()).isEqualTo(MEI);
        assertThat(online.get("type").asText()).isEqualTo("presence");
      }
      JsonNode left = wei.next("system");
      assertThat(left.get("event").asText()).isEqualTo("user_left");
    }
  }

  @Test
  void who_closes_while_still_entering_is_not_left_behind() {
    IntStream.range(0, 50).forEach(i -> open(MEI).close());

    try (RoomClient wei = open(WEI)) {
      await()
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(
              () -> {
                try (RoomClient viewer = open(VIEWER)) {
                  assertThat(viewer.next("welcome").get("online").findValuesAsText("user_id"))
                      .containsExactly(WEI, VIEWER);
                }
              });
    }
  }

  @Test
  void a_message_is_acknowledged_and_reaches_everybody_with_the_rooms_next_number() {
    try (RoomClient wei = open(WEI);
        RoomClient mei = open(MEI)) {
      mei.next("welcome");

      UUID id = wei.post("3 號線烤箱 85°C 🔥");

      JsonNode ack = wei.next("ack");
      JsonNode message = mei.next("message");
      assertThat(ack.get("client_msg_id").asText()).isEqualTo(id.toString());
      assertThat(ack.get("sequence_number").asLong()).isEqualTo(1);
      assertThat(ack.get("changed").asBoolean()).isTrue();
      assertThat(message.get("content").asText()).isEqualTo("3 號線烤箱 85°C 🔥");
      assertThat(message.get("message_id")).isEqualTo(ack.get("message_id"));
      assertThat(message.get("created_at")).isEqualTo(ack.get("created_at"));
      assertThat(message.get("sender_name").asText()).isEqualTo("Name of " + WEI);
    }
  }

  @Test
  void the_same_client_msg_id_gives_the_same_ack_and_no_second_message() {
    try (RoomClient wei = open(WEI)) {
      String frame =
          "{\"type\":\"message\",\"content\":\"once\",\"client_msg_id\":\""
              + UUID.randomUUID()
              + "\"}";

      wei.send(frame).send(frame);
      JsonNode first = wei.next("ack");
      JsonNode second = wei.next("ack");
      wei.post("next");
      JsonNode third = wei.next("ack");

      assertThat(second).isEqualTo(first);
      assertThat(third.get("sequence_number").asLong()).isEqualTo(2);
    }
  }

  @Test
  void many_senders_at_once_make_one_order_without_gaps() {
    int senders = 8;
    int each = 50;
    List<RoomClient> clients =
        IntStream.range(0, senders).mapToObj(i -> open(i % 2 == 0 ? WEI : MEI)).toList();
    clients.forEach(client -> client.next("welcome"));

    clients.parallelStream()
        .forEach(client -> IntStream.range(0, each).forEach(i -> client.post("message " + i)));

    List<List<JsonNode>> seen = new ArrayList<>();
    clients.forEach(client -> seen.add(client.messages(senders * each)));
    List<Long> expected = LongStream.rangeClosed(1, senders * each).boxed().toList();
    assertThat(seen).allSatisfy(frames -> assertThat(numbers(frames)).isEqualTo(expected));
    assertThat(seen).allSatisfy(frames -> assertThat(frames).isEqualTo(seen.getFirst()));
    clients.forEach(RoomClient::close);
  }

  @Test
  void a_client_that_resumes_gets_what_it_missed_then_what_is_live() {
    try (RoomClient wei = open(WEI)) {
      IntStream.rangeClosed(1, 5).forEach(i -> wei.post("message " + i));
      wei.messages(5);

      try (RoomClient mei = open(MEI, "?after=2")) {
        wei.post("message 6");

        assertThat(mei.next(frame -> true).get("type").asText()).isEqualTo("welcome");
        assertThat(numbers(mei.messages(4))).containsExactly(3L, 4L, 5L, 6L);
      }
    }
  }

  @Test
  void a_client_that_missed_too_much_or_holds_numbers_that_never_were_is_told_to_resync() {
    try (RoomClient wei = open(WEI)) {
      IntStream.rangeClosed(1, 60).forEach(i -> wei.post("message " + i));
      wei.messages(60);

      try (RoomClient far = open(MEI, "?after=2");
          RoomClient alien = open(MEI, "?after=999")) {
        assertThat(far.next("resync").get("from").asLong()).isEqualTo(2);
        assertThat(alien.next("resync").get("last_sequence_number").asLong()).isEqualTo(60);
        wei.post("live");
        assertThat(far.next("message").get("sequence_number").asLong()).isEqualTo(61);
      }
    }
  }
}
