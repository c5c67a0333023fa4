package org.andon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When coming into a room, and going, takes effect in the services around room-service. */
@ExtendWith(SharedStack.class)
class MemberAccessIT {
  private static final Duration PROMISED = Duration.ofSeconds(2);

  private final Stack stack;
  private final Person wei;
  private final Person john;

  MemberAccessIT(Stack stack) {
    this.stack = stack;
    wei = Person.signIn(stack, "li.wei");
    john = Person.signIn(stack, "john.doe");
  }

  @Test
  void somebody_who_was_added_is_in_at_once_by_every_pod_and_for_files() {
    UUID room = wei.createRoom("烤箱", Map.of());
    String file = upload(wei, room).path("file_id");
    assertThat(upload(john, room).statusCode()).isEqualTo(403);
    assertThat(RoomClient.refusal(stack.gateway(), "/ws/" + room, john.token())).isEqualTo(403);

    wei.request()
        .contentType("application/json")
        .body(Map.of("role", "EDITOR"))
        .put("/api/rooms/{id}/members/{user}", room, john.userId())
        .then()
        .statusCode(200);

    assertThat(upload(john, room).statusCode()).isEqualTo(201);
    john.request().get("/api/files/{id}/content", file).then().statusCode(200);
    for (Stack.Pod pod : stack.messagingPods()) {
      try (RoomClient socket = john.open(pod, room)) {
        assertThat(socket.next("welcome").path("role").asText()).isEqualTo("EDITOR");
        socket.post("here I am");
        socket.next("ack");
      }
    }
  }

  @Test
  void for_somebody_who_was_removed_sockets_and_files_end_within_two_seconds() {
    UUID room = wei.createRoom("烤箱", Map.of(john.userId(), "EDITOR"));
    String file = upload(john, room).path("file_id");
    Stack.Pod first = stack.messagingPods().getFirst();
    Stack.Pod last = stack.messagingPods().getLast();

    try (RoomClient one = john.open(first, room);
        RoomClient other = john.open(last, room)) {
      one.next("welcome");
      other.next("welcome");
      wei.request()
          .delete("/api/rooms/{id}/members/{user}", room, john.userId())
          .then()
          .statusCode(204);

      await()
          .atMost(PROMISED)
          .until(
              () ->
                  upload(john, room).statusCode() == 403
                      && john.request().get("/api/files/{id}", file).statusCode() == 403
                      && john.request().get("/api/files/{id}/content", file).statusCode() == 403);
      assertThat(one.closeCode()).isEqualTo(4403);
      assertThat(other.closeCode()).isEqualTo(4403);
    }
    assertThat(RoomClient.refusal(stack.gateway(), "/ws/" + room, john.token())).isEqualTo(403);
  }

  private static Response upload(Person person, UUID room) {
    return person
        .request()
        .multiPart("file", "log.txt", "85 °C".getBytes(UTF_8), "text/plain")
        .post("/api/rooms/{room}/files", room);
  }
}
