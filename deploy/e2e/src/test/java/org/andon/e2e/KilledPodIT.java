package org.andon.e2e;

import static org.andon.testkit.RoomClient.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.andon.testkit.MessagesTopic;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} of a messaging pod while people talk on it and on the other. */
@ExtendWith(SharedStack.class)
class KilledPodIT {
  /** From each of the two; within what a client may send at once. */
  private static final int MESSAGES = 150;

  private final Stack stack;
  private final Person wei;
  private final Person mei;

  KilledPodIT(Stack stack) {
    this.stack = stack;
    this.wei = Person.signIn(stack, "li.wei");
    this.mei = Person.signIn(stack, "chen.mei");
  }

  private static List<ObjectNode> outbox(String sender) {
    return IntStream.range(0, MESSAGES)
        .mapToObj(
            i ->
                frame(
                    "message",
                    "content",
                    sender + " " + i,
                    "client_msg_id",
                    UUID.randomUUID().toString()))
        .toList();
  }

  private static List<JsonNode> durable(List<JsonNode> frames) {
    return frames.stream()
        .filter(frame -> frame.has("message_id") && !frame.get("type").asText().equals("ack"))
        .toList();
  }

  private static long last(List<JsonNode> seen) {
    return seen.isEmpty() ? 0 : seen.getLast().get("sequence_number").asLong();
  }

  @Test
  void every_message_is_there_once_and_in_order_for_everybody() {
    UUID room = wei.createRoom("pod killed", Map.of(mei.userId(), "EDITOR"));
    Stack.Pod survivor = stack.messagingPods().get(0);
    Stack.Pod doomed = stack.messagingPods().get(1);
    List<ObjectNode> ofWei = outbox("wei");
    List<ObjectNode> ofMei = outbox("mei");
    List<JsonNode> seenByWei = new ArrayList<>();
    List<JsonNode> seenByMei = new ArrayList<>();

    try (RoomClient onSurvivor = wei.open(survivor, room, "?after=0");
        RoomClient onDoomed = mei.open(doomed, room, "?after=0")) {
      for (int i = 0; i < MESSAGES; i++) {
        onSurvivor.send(ofWei.get(i).toString());
        if (i == MESSAGES / 3) {
          ProcessHandle.of(doomed.pid()).orElseThrow().destroyForcibly();
        } else if (i < MESSAGES / 3) {
          onDoomed.send(ofMei.get(i).toString());
        }
      }
      assertThat(onDoomed.closeCode()).isEqualTo(1006);
      List<JsonNode> before = onDoomed.framesSoFar();
      seenByMei.addAll(durable(before));
      Set<String> acked = new HashSet<>();
      before.stream()
          .filter(frame -> frame.get("type").asText().equals("ack"))
          .forEach(ack -> acked.add(ack.get("client_msg_id").asText()));

      // As a client does: what has no ack is sent again with the same id, on whichever pod.
      try (RoomClient resumed = mei.resume(room, last(seenByMei))) {
        for (ObjectNode message : ofMei) {
          if (!acked.contains(message.get("client_msg_id").asText())) {
            assertThat(resumed.call(message).get("type").asText()).isEqualTo("ack");
          }
        }
        resumed.call(frame("message", "content", "the end"));
        seenByMei.addAll(untilTheEnd(resumed));
      }
      seenByWei.addAll(untilTheEnd(onSurvivor));
    }

    assertThat(seenByMei.stream().map(frame -> frame.get("sequence_number").asLong()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, last(seenByMei)).boxed().toList());
    assertThat(seenByWei).isEqualTo(seenByMei);
    assertThat(contents(seenByMei, mei)).containsAll(contents(ofMei)).hasSize(MESSAGES + 1);
    assertThat(contents(seenByMei, wei)).isEqualTo(contents(ofWei));
    everythingIsOnKafka(room, seenByMei.size());
    thePodComesBack(room, last(seenByMei));
  }

  private static List<JsonNode> untilTheEnd(RoomClient client) {
    List<JsonNode> frames = new ArrayList<>();
    do {
      frames.add(client.nextDurable());
    } while (!frames.getLast().path("content").asText().equals("the end"));
    return frames;
  }

  private static List<String> contents(List<JsonNode> frames, Person sender) {
    return contents(
        frames.stream()
            .filter(frame -> frame.path("sender_id").asText().equals(sender.userId()))
            .toList());
  }

  private static List<String> contents(List<? extends JsonNode> frames) {
    return frames.stream().map(frame -> frame.get("content").asText()).toList();
  }

  private void everythingIsOnKafka(UUID room, int events) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                MessagesTopic.of(stack.kafka(), room).stream()
                        .map(record -> MessagesTopic.header(record, "ce_id"))
                        .distinct()
                        .count()
                    == events);
  }

  private void thePodComesBack(UUID room, long lastNumber) {
    await("the launcher starts the pod again")
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptionsInstanceOf(CompletionException.class)
        .until(
            () -> {
              try (RoomClient back = mei.open(stack.messagingPods().get(1), room)) {
                return back.next("welcome").get("last_sequence_number").asLong() == lastNumber;
              }
            });
  }
}
