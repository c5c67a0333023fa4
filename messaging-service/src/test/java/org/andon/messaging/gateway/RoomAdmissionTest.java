package org.andon.messaging.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.RoomTopic;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class RoomAdmissionTest extends RoomFixture {
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
