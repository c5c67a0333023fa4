package org.andon.messaging.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.andon.messaging.support.Backing;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class TypingTest extends RoomFixture {
  private static final String TYPING = "{\"type\":\"typing\"}";
  private static final String NOT_TYPING = "{\"type\":\"typing\",\"is_typing\":false}";

  /** The types of what comes before somebody's next message. */
  private static List<String> typesUntilMessage(RoomClient client) {
    List<String> types = new ArrayList<>();
    client.next(
        frame -> {
          types.add(frame.get("type").asText());
          return types.getLast().equals("message");
        });
    return types;
  }

  @Test
  void others_see_that_somebody_types_and_that_they_have_stopped() {
    try (RoomClient wei = open(WEI);
        RoomClient mei = open(MEI)) {
      mei.next("welcome");

      wei.send(TYPING).send(NOT_TYPING);

      JsonNode begun = mei.next("typing");
      JsonNode ended = mei.next("typing");
      assertThat(begun.get("room_id").asText()).isEqualTo(room.toString());
      assertThat(begun.get("user_id").asText()).isEqualTo(WEI);
      assertThat(begun.get("is_typing").asBoolean()).isTrue();
      assertThat(ended.get("is_typing").asBoolean()).isFalse();
    }
  }

  @Test
  void no_socket_of_the_typist_hears_of_it() {
    try (RoomClient wei = open(WEI);
        RoomClient tablet = open(WEI);
        RoomClient mei = open(MEI)) {
      List.of(wei, tablet, mei).forEach(client -> client.next("welcome"));

      wei.send(TYPING);
      mei.next("typing");
      mei.post("what is it?");

      assertThat(typesUntilMessage(wei)).doesNotContain("typing");
      assertThat(typesUntilMessage(tablet)).doesNotContain("typing");
    }
  }

  @Test
  void typing_ends_by_itself_three_seconds_after_the_last_word_and_is_told_once() {
    try (RoomClient wei = open(WEI);
        RoomClient mei = open(MEI)) {
      mei.next("welcome");

      long begin = System.nanoTime();
      wei.send(TYPING).send(TYPING).send(TYPING);

      assertThat(mei.next("typing").get("is_typing").asBoolean()).isTrue();
      assertThat(mei.next("typing").get("is_typing").asBoolean()).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(Duration.ofMillis(2_900), Duration.ofMillis(4_500));
    }
  }

  @Test
  void typing_ends_with_the_message() {
    try (RoomClient wei = open(WEI);
        RoomClient mei = open(MEI)) {
      mei.next("welcome");
      wei.send(TYPING);
      mei.next("typing");

      long posted = System.nanoTime();
      wei.post("溫度 85°C");

      assertThat(mei.next("typing").get("is_typing").asBoolean()).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - posted)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void typing_ends_when_the_typists_last_socket_closes() {
    try (RoomClient mei = open(MEI)) {
      mei.next("welcome");
      RoomClient wei = open(WEI);
      RoomClient tablet = open(WEI);
      tablet.next("welcome");
      wei.send(TYPING);
      mei.next("typing");
      wei.close();
      wei.closeCode();

      long closed = System.nanoTime();
      tablet.close();

      assertThat(mei.next("typing").get("is_typing").asBoolean()).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - closed)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void a_viewer_does_not_type() {
    try (RoomClient viewer = open(VIEWER)) {
      viewer.send(TYPING);

      assertThat(viewer.next("error").get("code").asText()).isEqualTo("forbidden");
    }
  }
}
