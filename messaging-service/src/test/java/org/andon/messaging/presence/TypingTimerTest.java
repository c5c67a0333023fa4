package org.andon.messaging.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TypingTimerTest {
  private final TypingTimer timer = new TypingTimer(Duration.ofMillis(500));
  private final Seat wei = new Seat(UUID.randomUUID(), "li.wei@plant.example");
  private final Instant now = Instant.parse("2026-11-22T03:00:00Z");

  @Test
  void typing_begins_once_and_every_further_word_puts_off_its_end() {
    assertThat(timer.typed(wei, now.plusSeconds(3))).isTrue();
    assertThat(timer.typed(wei, now.plusSeconds(5))).isFalse();

    assertThat(timer.over(now.plusMillis(4_999))).isEmpty();
    assertThat(timer.over(now.plusSeconds(5))).containsExactly(wei);
  }

  @Test
  void a_word_heard_late_does_not_bring_the_end_forward() {
    timer.typed(wei, now.plusSeconds(5));
    timer.typed(wei, now.plusSeconds(4));

    assertThat(timer.over(now.plusMillis(4_999))).isEmpty();
  }

  @Test
  void typing_ends_once_and_may_begin_again() {
    timer.typed(wei, now.plusSeconds(3));

    assertThat(timer.stop(wei)).isTrue();
    assertThat(timer.stop(wei)).isFalse();
    assertThat(timer.over(now.plusSeconds(9))).isEmpty();
    assertThat(timer.typed(wei, now.plusSeconds(9))).isTrue();
  }

  @Test
  void the_other_pods_are_told_at_once_and_then_now_and_again() {
    timer.typed(wei, now.plusSeconds(3));

    assertThat(timer.othersDue(wei, now)).isTrue();
    assertThat(timer.othersDue(wei, now.plusMillis(499))).isFalse();
    assertThat(timer.othersDue(wei, now.plusMillis(500))).isTrue();
    assertThat(timer.othersDue(wei, now.plusMillis(900))).isFalse();
  }

  @Test
  void a_user_of_another_pod_types_there_until_they_type_here() {
    timer.typed(wei, now.plusSeconds(3));
    assertThat(timer.typesHere(wei)).isFalse();

    timer.othersDue(wei, now);

    assertThat(timer.typesHere(wei)).isTrue();
  }
}
