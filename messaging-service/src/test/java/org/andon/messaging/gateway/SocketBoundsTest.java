package org.andon.messaging.gateway;

import static org.andon.testkit.RoomClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a client may ask of a pod, and what becomes of one that does not keep up. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
@TestProfile(SocketBoundsTest.Tight.class)
class SocketBoundsTest extends RoomFixture {
  public static final class Tight implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "andon.messaging.socket.ping-interval", "1s",
          "andon.messaging.socket.pong-timeout", "1s",
          "andon.messaging.socket.outbound-limit", "1M",
          "andon.messaging.socket.frames-per-second", "20",
          "andon.messaging.socket.burst", "150",
          "andon.messaging.socket.sockets-per-user", "5");
    }
  }

  @Test
  void too_many_frames_close_the_socket_with_4429_after_an_error() {
    try (RoomClient wei = open(WEI)) {
      wei.next("welcome");

      for (int i = 0; i < 400; i++) {
        wei.trySend("{\"type\":\"ping\"}");
      }

      assertThat(wei.next("error").get("code").asText()).isEqualTo("rate_limited");
      assertThat(wei.closeCode()).isEqualTo(4429);
    }
  }

  @Test
  void a_frame_that_is_too_large_closes_the_socket_with_1009_after_an_error() {
    try (RoomClient wei = open(WEI)) {
      wei.next("welcome");

      wei.send(frame("message", "content", "溫".repeat(22_000)).toString());

      assertThat(wei.next("error").get("code").asText()).isEqualTo("frame_too_large");
      assertThat(wei.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void a_user_has_so_many_sockets_and_no_more() {
    List<RoomClient> open = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      open.add(open(VIEWER));
      open.getLast().next("welcome");
    }

    assertThat(RoomClient.refusal(base, "/ws/" + room, Tokens.of(VIEWER))).isEqualTo(429);

    open.forEach(RoomClient::close);
    Awaitility.await()
        .ignoreExceptions()
        .until(
            () -> {
              try (RoomClient again = open(VIEWER)) {
                return again.next("welcome") != null;
              }
            });
  }

  /** Upgrades, and from then on neither reads nor answers. */
  private Socket silentClient() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new java.net.InetSocketAddress(base.getHost(), base.getPort()));
    String request =
        "GET /ws/%s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                .formatted(room, base.getAuthority())
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Authorization: Bearer %s\r\n\r\n".formatted(Tokens.of(MEI));
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void a_client_that_does_not_answer_pings_is_gone_for_the_others() throws IOException {
    try (RoomClient wei = open(WEI);
        Socket silent = silentClient()) {
      wei.next(frame -> frame.path("event").asText().equals("user_joined"));

      assertThat(
              wei.next(frame -> frame.path("event").asText().equals("user_left"))
                  .get("user_id")
                  .asText())
          .isEqualTo(MEI);
      assertThat(closeCode(silent)).isEqualTo(4410);
    }
  }

  /** The code in the last frame that the server has sent. */
  private static int closeCode(Socket socket) throws IOException {
    socket.setSoTimeout(15_000);
    byte[] all = socket.getInputStream().readAllBytes();
    for (int i = all.length - 4; i >= 0; i--) {
      if ((all[i] & 0xFF) == 0x88 && all[i + 1] == all.length - i - 2) {
        return (all[i + 2] & 0xFF) << 8 | all[i + 3] & 0xFF;
      }
    }
    throw new AssertionError("no close frame");
  }

  @Test
  void a_client_that_takes_nothing_is_closed_and_the_others_are_not_held_up() throws IOException {
    try (RoomClient wei = open(WEI);
        RoomClient viewer = open(VIEWER);
        Socket slow = silentClient()) {
      wei.next(
          frame ->
              frame.path("event").asText().equals("user_joined")
                  && frame.path("user_id").asText().equals(MEI));
      String content = "溫".repeat(9_000);

      // 27 KB each: more than the network's own buffers and the limit hold together
      for (int i = 0; i < 140; i++) {
        wei.call(frame("message", "content", content));
      }

      assertThat(viewer.messages(140)).hasSize(140);
      wei.next(frame -> frame.path("event").asText().equals("user_left"));
    }
  }
}
