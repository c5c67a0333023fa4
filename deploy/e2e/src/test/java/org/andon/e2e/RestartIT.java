package org.andon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;

/** The local stack after {@code kill -9} of the launcher. */
class RestartIT {
  @Test
  void a_killed_stack_starts_again_with_its_data() {
    try (Stack stack = Stack.start(1)) {
      Person wei = Person.signIn(stack, "li.wei");
      UUID room = wei.createRoom("survives", Map.of());
      try (RoomClient client = wei.open(room)) {
        client.post("before the crash");
        client.next("ack");
      }

      stack.killLauncher();
      stack.launch();

      Person again = Person.signIn(stack, "li.wei");
      try (RoomClient client = again.resume(room, 0)) {
        assertThat(client.next("message").get("content").asText()).isEqualTo("before the crash");
        client.post("after it");
        assertThat(client.next("message").get("sequence_number").asLong()).isEqualTo(3);
      }
    }
  }
}
