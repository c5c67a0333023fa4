package org.andon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.andon.testkit.MessagesTopic;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} of a messaging pod while people talk. */
@ExtendWith(SharedStack.class)
class KilledPodIT {
  private static final int MESSAGES = 300;

  private final Stack stack;

  KilledPodIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void who_was_on_the_killed_pod_resumes_on_the_other_and_misses_nothing() {
    Person wei = Person.signIn(stack, "li.wei");
    Person mei = Person.signIn(stack, "chen.mei");
    UUID room = wei.createRoom("pod killed", Map.of(mei.userId(), "EDITOR"));
    Stack.Pod doomed = stack.messagingPods().get(1);
    List<JsonNode> seen = new ArrayList<>();

    try (RoomClient talking = wei.open(stack.messagingPods().get(0), room);
        RoomClient listening = mei.open(doomed, room)) {
      for (int i = 0; i < MESSAGES; i++) {
        talking.post("message " + i);
        if (i == MESSAGES / 3) {
          ProcessHandle.of(doomed.pid()).orElseThrow().destroyForcibly();
        }
      }
      assertThat(talking.messages(MESSAGES)).hasSize(MESSAGES);
      assertThat(listening.closeCode()).isEqualTo(1006);
      seen.addAll(listening.messagesSoFar());
    }

    long last = seen.isEmpty() ? 0 : seen.getLast().get("sequence_number").asLong();
    try (RoomClient resumed = mei.resume(room, last)) {
      seen.addAll(resumed.messages((int) (MESSAGES - last)));
    }
    assertThat(seen.stream().map(frame -> frame.get("sequence_number").asLong()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, MESSAGES).boxed().toList());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                MessagesTopic.of(stack.kafka(), room).stream()
                        .map(record -> MessagesTopic.header(record, "ce_id"))
                        .distinct()
                        .count()
                    == MESSAGES);
    await("the launcher starts the pod again")
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptionsInstanceOf(CompletionException.class)
        .until(
            () -> {
              try (RoomClient back = mei.open(stack.messagingPods().get(1), room)) {
                return back.next("welcome").get("last_sequence_number").asLong() == MESSAGES;
              }
            });
  }
}
