package org.andon.e2e.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.andon.testkit.MessagesTopic;

/** What holds whatever breaks, looked at when it is over. */
public final class Promises {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String kafka;

  public Promises(String kafka) {
    this.kafka = kafka;
  }

  public void check(Traffic traffic) {
    traffic.rooms().forEach(this::check);
    assertThat(traffic.filer().lost()).as("files that were acknowledged").isEmpty();
    assertThat(traffic.removedMember().answers())
        .allMatch(answer -> List.of("403 forbidden", "404 not_found").contains(answer));
    assertThat(traffic.endedSession().answers())
        .allMatch(answer -> String.valueOf(answer).startsWith("401"));
  }

  private void check(TalkRoom room) {
    await("all changes are told")
        .atMost(PATIENCE)
        .until(
            () -> titles(room.receivers().getFirst().seen()).containsAll(room.typist().titles()));
    List<JsonNode> frames = everybodyHasSeenTheSame(room);
    Map<String, Long> numbers =
        frames.stream()
            .filter(frame -> frame.has("client_msg_id"))
            .collect(
                Collectors.toMap(
                    frame -> frame.get("client_msg_id").asText(),
                    frame -> frame.get("sequence_number").asLong()));
    for (Sender sender : room.senders()) {
      assertThat(numbers).as("acknowledged messages").containsAllEntriesOf(sender.acknowledged());
    }
    await("Kafka has all of it")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(onKafka(room)).hasSize(frames.size()));
  }

  private static Set<String> titles(List<JsonNode> frames) {
    return frames.stream()
        .map(frame -> frame.at("/changes/title/to").asText())
        .collect(Collectors.toSet());
  }

  private static List<JsonNode> everybodyHasSeenTheSame(TalkRoom room) {
    await("every receiver has got as far as the others")
        .atMost(PATIENCE)
        .until(() -> room.receivers().stream().map(Receiver::last).distinct().count() == 1);
    List<JsonNode> frames = room.receivers().getFirst().seen();
    for (Receiver receiver : room.receivers()) {
      assertThat(receiver.disorder()).as("out of order, twice, or left out").isEmpty();
      assertThat(receiver.seen()).isEqualTo(frames);
    }
    return frames;
  }

  /** The events of the room, by the identity that stays over a repeat. */
  private Set<String> onKafka(TalkRoom room) {
    return MessagesTopic.of(kafka, room.id()).stream()
        .map(record -> MessagesTopic.header(record, "ce_id"))
        .collect(Collectors.toSet());
  }
}
