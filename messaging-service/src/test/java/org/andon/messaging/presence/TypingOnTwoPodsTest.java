package org.andon.messaging.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.andon.messaging.support.Backing;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;

/** Typing and reading, on whatever pod. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class TypingOnTwoPodsTest extends TwoPods {
  @Test
  void typing_on_another_pod_is_seen_here_and_ends_though_nobody_says_so() {
    try (RoomClient wei = open(WEI)) {
      pod.typing(room, MEI, true);
      pod.typing(room, MEI, true);

      JsonNode begun = wei.next("typing");
      JsonNode ended = wei.next("typing");
      assertThat(begun.get("user_id").asText()).isEqualTo(MEI);
      assertThat(begun.get("is_typing").asBoolean()).isTrue();
      assertThat(ended.get("is_typing").asBoolean()).isFalse();
    }
  }

  @Test
  void typing_here_is_told_to_other_pods_sparingly_and_so_is_its_end() {
    try (RoomClient wei = open(WEI)) {
      IntStream.range(0, 20).forEach(i -> wei.send("{\"type\":\"typing\"}"));
      wei.send("{\"type\":\"typing\",\"is_typing\":false}");

      List<Boolean> told = new ArrayList<>();
      pod.hear(
          PresenceEvent.Typing.class,
          event -> {
            if (event.roomId().equals(room)) {
              told.add(event.isTyping());
            }
            return event.roomId().equals(room) && !event.isTyping();
          });

      assertThat(told).startsWith(true).endsWith(false).hasSizeLessThan(5);
    }
  }

  @Test
  void how_far_somebody_has_read_is_told_on_both_pods() {
    try (RoomClient wei = open(WEI);
        RoomClient mei = open(MEI)) {
      wei.post("read me");
      mei.next("message");

      mei.send("{\"type\":\"read\",\"sequence_number\":1}");

      JsonNode here = wei.next("read");
      PresenceEvent.Read there =
          pod.hear(PresenceEvent.Read.class, event -> event.roomId().equals(room));
      assertThat(here.get("user_id").asText()).isEqualTo(MEI);
      assertThat(here.get("sequence_number").asLong()).isEqualTo(1);
      assertThat(there.positions()).containsEntry(MEI, 1L);

      pod.tell(new PresenceEvent.Read(pod.name(), room, Map.of("op01@plant.example", 1L)));
      assertThat(wei.next("read").get("user_id").asText()).isEqualTo("op01@plant.example");
    }
  }
}
