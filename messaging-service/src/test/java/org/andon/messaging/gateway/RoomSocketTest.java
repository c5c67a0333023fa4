package org.andon.messaging.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.RoomTopic;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class RoomSocketTest {
  private static final String WEI = "li.wei@plant.example";
  private static final String MEI = "chen.mei@plant.example";
  private static final String VIEWER = "viewer@plant.example";
  private static final String STRANGER = "stranger@plant.example";

  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource dataSource;

  private final UUID room = UUID.randomUUID();

  @BeforeEach
  void aRoomWithAnOwnerAnEditorAndAViewer() {
    Neighbours.knowRoomWithoutTheCaller(room);
    RoomTopic.announce(room, 1, Map.of(WEI, "OWNER", MEI, "EDITOR", VIEWER, "VIEWER"));
    Awaitility.await().until(() -> canEnter(WEI));
  }

  private boolean canEnter(String user) {
    try (RoomClient client = open(user)) {
      client.next("welcome");
      return true;
    } catch (java.util.concurrent.CompletionException e) {
      return false;
    }
  }

  private RoomClient open(String user) {
    return open(user, "");
  }

  private RoomClient open(String user, String query) {
    return RoomClient.open(base, room, Tokens.of(user), query);
  }

  private static List<Long> numbers(List<JsonNode> frames) {
    return frames.stream().map(frame -> frame.get("sequence_number").asLong()).toList();
  }

  @Test
  void the_upgrade_is_refused_before_it_opens() {
    String path = "/ws/" + room;

    assertThat(RoomClient.refusal(base, path, null)).isEqualTo(401);
    assertThat(RoomClient.refusal(base, path, "not.a.token")).isEqualTo(401);
    assertThat(RoomClient.refusal(base, path, Tokens.lasting(WEI, Duration.ofMinutes(-5))))
        .isEqualTo(401);
    assertThat(RoomClient.refusal(base, path, Tokens.of(STRANGER))).isEqualTo(403);
    assertThat(RoomClient.refusal(base, "/ws/" + UUID.randomUUID(), Tokens.of(WEI))).isEqualTo(404);
    assertThat(RoomClient.refusal(base, "/ws/no-uuid", Tokens.of(WEI))).isEqualTo(404);
    assertThat(RoomClient.refusal(base, path + "?after=-1", Tokens.of(WEI))).isEqualTo(400);
  }

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
  void a_viewer_reads_but_does_not_write() {
    try (RoomClient viewer = open(VIEWER);
        RoomClient wei = open(WEI)) {
      viewer.next("welcome");

      UUID id = viewer.post("may I?");
      wei.post("no");

      JsonNode error = viewer.next("error");
      assertThat(error.get("code").asText()).isEqualTo("forbidden");
      assertThat(error.get("client_msg_id").asText()).isEqualTo(id.toString());
      assertThat(viewer.next("message").get("content").asText()).isEqualTo("no");
    }
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                                          | invalid_frame",
        "{\"type\":\"dance\"}                                        | unknown_type",
        "{\"type\":7}                                                | invalid_field",
        "{\"content\":\"x\"}                                         | invalid_field",
        "{\"type\":\"message\"}                                      | invalid_field",
        "{\"type\":\"message\",\"content\":\"\"}                     | invalid_field",
        "{\"type\":\"message\",\"content\":7}                        | invalid_field",
        "{\"type\":\"message\",\"content\":\"a\\u0000b\"}            | invalid_field",
        "{\"type\":\"message\",\"content\":\"\\ud800\"}              | invalid_field",
        "{\"type\":\"message\",\"content\":\"x\",\"message_type\":\"system\"}   | invalid_field",
        "{\"type\":\"message\",\"content\":\"x\",\"message_type\":\"image_ref\"}| invalid_field",
        "{\"type\":\"message\",\"content\":\"x\",\"client_msg_id\":\"7\"}       | invalid_field",
        "{\"type\":\"message\",\"content\":\"x\",\"mentions\":\"all\"}          | invalid_field",
        "{\"type\":\"message\",\"content\":{},\"message_type\":\"incident_data\"} | invalid_field",
      })
  void a_bad_frame_is_told_what_is_wrong_and_the_socket_lives_on(String frame, String code) {
    try (RoomClient wei = open(WEI)) {
      wei.next("welcome");

      wei.send(frame);

      assertThat(wei.next("error").get("code").asText()).isEqualTo(code);
      wei.post("still here");
      assertThat(wei.next("ack").get("sequence_number").asLong()).isEqualTo(1);
    }
  }

  @Test
  void three_frames_in_a_row_that_are_not_json_close_the_socket() {
    try (RoomClient wei = open(WEI)) {
      wei.send("{").send("nonsense").send("[1]");

      assertThat(wei.closeCode()).isEqualTo(4400);
    }
  }

  @Test
  void incident_data_stays_json() {
    try (RoomClient wei = open(WEI)) {
      wei.send(
          """
          {"type":"message","message_type":"incident_data",
           "content":{"temperature":85.5,"huge":1e400,"exact":0.12345678901234567891,"path":"C:\\\\u0000"}}\
          """);

      JsonNode content = wei.next("message").get("content");

      assertThat(content.get("temperature").asDouble()).isEqualTo(85.5);
      assertThat(content.get("huge").isNumber()).isTrue();
      assertThat(content.get("path").asText()).isEqualTo("C:\\u0000");
    }
  }

  @Test
  void a_message_may_refer_to_a_file_of_its_own_room_only() {
    UUID ours = UUID.randomUUID();
    UUID theirs = UUID.randomUUID();
    Neighbours.knowFile(ours, room);
    Neighbours.knowFile(theirs, UUID.randomUUID());
    String frame =
        "{\"type\":\"message\",\"message_type\":\"image_ref\",\"content\":\"defect\",\"file_id\":\"%s\",\"file_url\":\"http://evil/x\"}";
    try (RoomClient wei = open(WEI)) {
      wei.send(frame.formatted(theirs)).send(frame.formatted(ours));

      assertThat(wei.next("error").get("field").asText()).isEqualTo("file_id");
      assertThat(wei.next("message").get("file_url").asText())
          .isEqualTo("http://localhost:8000/api/files/" + ours + "/content");
    }
  }

  @Test
  void a_member_that_only_room_service_knows_of_gets_in_at_once() {
    UUID fresh = UUID.randomUUID();
    Neighbours.knowRoom(fresh, "EDITOR");

    try (RoomClient client = RoomClient.open(base, fresh, Tokens.of(STRANGER), "")) {
      client.post("first");

      assertThat(client.next("ack").get("sequence_number").asLong()).isEqualTo(1);
    }
  }

  @Test
  void an_older_event_that_comes_late_does_not_throw_a_fresh_member_out() {
    UUID fresh = UUID.randomUUID();
    Neighbours.knowRoom(fresh, "EDITOR");

    try (RoomClient client = RoomClient.open(base, fresh, Tokens.of(STRANGER), "")) {
      client.next("welcome");
      RoomTopic.announce(fresh, 1, Map.of(WEI, "OWNER"));
      RoomTopic.announce(room, 2, Map.of(WEI, "OWNER"));
      Awaitility.await()
          .until(() -> RoomClient.refusal(base, "/ws/" + room, Tokens.of(MEI)) == 403);
      assertThat(answerTo(client, "still a member")).isEmpty();

      RoomTopic.announce(fresh, 2, Map.of(WEI, "OWNER"));
      assertThat(client.closeCode()).isEqualTo(4403);
    }
  }

  @Test
  void a_removal_whose_event_this_pod_missed_takes_effect_all_the_same() throws Exception {
    try (RoomClient mei = open(MEI)) {
      mei.next("welcome");

      try (var connection = dataSource.getConnection();
          var statement = connection.createStatement()) {
        statement.execute("UPDATE incident_rooms SET version = 9 WHERE room_id = '" + room + "'");
        statement.execute(
            "DELETE FROM room_members WHERE room_id = '" + room + "' AND user_id = '" + MEI + "'");
      }

      assertThat(mei.closeCode()).isEqualTo(4403);
    }
  }

  @Test
  void an_admin_may_open_any_room() {
    try (RoomClient admin = RoomClient.open(base, room, Tokens.ofAdmin("root@plant.example"), "")) {
      assertThat(admin.next("welcome").get("role").asText()).isEqualTo("ADMIN");
    }
  }

  @Test
  void changes_of_the_room_reach_open_sockets() {
    try (RoomClient mei = open(MEI);
        RoomClient viewer = open(VIEWER)) {
      mei.next("welcome");
      viewer.next("welcome");

      RoomTopic.announce(room, 2, Map.of(WEI, "OWNER", VIEWER, "EDITOR"));

      assertThat(mei.closeCode()).isEqualTo(4403);
      Awaitility.await().until(() -> answerTo(viewer, "may I write now?").isEmpty());
      RoomTopic.announce(room, 3, "archived", null, Map.of(VIEWER, "EDITOR"));
      Awaitility.await().until(() -> answerTo(viewer, "too late?").equals("room_archived"));
      RoomTopic.announce(room, 4, "archived", Instant.now(), Map.of(VIEWER, "EDITOR"));
      assertThat(viewer.closeCode()).isEqualTo(4404);
    }
    assertThat(RoomClient.refusal(base, "/ws/" + room, Tokens.of(WEI))).isEqualTo(404);
  }

  /** The error code that a message is answered with; empty for an ack. */
  private static String answerTo(RoomClient client, String content) {
    String id = client.post(content).toString();
    JsonNode answer =
        client.next(
            frame ->
                frame.path("client_msg_id").asText().equals(id)
                    && !frame.get("type").asText().equals("message"));
    return answer.path("code").asText();
  }

  @Test
  void a_socket_ends_with_its_token() {
    try (RoomClient wei =
        RoomClient.open(base, room, Tokens.lasting(WEI, Duration.ofSeconds(2)), "")) {
      assertThat(wei.closeCode()).isEqualTo(4401);
    }
  }

  @Test
  void a_socket_whose_token_is_refreshed_lives_on() {
    UUID session = UUID.randomUUID();
    String first = Tokens.ofSession(WEI, session, Duration.ofSeconds(3));
    try (RoomClient wei = RoomClient.open(base, room, first, "")) {
      wei.next("welcome");
      String refresh = "{\"type\":\"refresh_token\",\"token\":\"%s\"}";

      wei.send(refresh.formatted(Tokens.ofSession(MEI, session, Duration.ofMinutes(5))));
      assertThat(wei.next("error").get("code").asText()).isEqualTo("invalid_token");
      wei.send(refresh.formatted(Tokens.of(WEI)));
      assertThat(wei.next("error").get("code").asText()).isEqualTo("invalid_token");
      wei.send(refresh.formatted("nonsense"));
      assertThat(wei.next("error").get("code").asText()).isEqualTo("invalid_token");
      wei.send(refresh.formatted(Tokens.ofSession(WEI, session, Duration.ofMinutes(5))));

      Awaitility.await()
          .during(Duration.ofSeconds(5))
          .atMost(Duration.ofSeconds(8))
          .until(() -> answerTo(wei, "still here").isEmpty());
    }
  }

  @Test
  void a_browser_carries_its_token_as_a_sub_protocol() {
    String carrier = "quarkus-http-upgrade#Authorization#Bearer%20" + Tokens.of(WEI);
    java.util.concurrent.CompletableFuture<java.net.http.WebSocket> opened =
        java.net.http.HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("bearer-token-carrier", carrier)
            .buildAsync(
                URI.create("ws://" + base.getAuthority() + "/ws/" + room),
                new java.net.http.WebSocket.Listener() {});

    assertThat(opened.join().getSubprotocol()).isEqualTo("bearer-token-carrier");
    opened.join().abort();
  }
}
