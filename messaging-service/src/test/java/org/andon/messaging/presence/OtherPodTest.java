package org.andon.messaging.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OtherPodTest {
  private final OtherPod pod = new OtherPod();
  private final List<Place> some = List.of(place(), place());
  private final List<Place> more = List.of(place());

  private static Place place() {
    return new Place(UUID.randomUUID(), new OnlineUser("li.wei@plant.example", "李偉"));
  }

  private static PresenceEvent.State part(int part, int parts, List<Place> places) {
    return new PresenceEvent.State("pod-1", part, parts, places);
  }

  @Test
  void a_stranger_is_asked_at_once_if_it_has_anybody() {
    assertThat(pod.mustBeAsked(false)).isTrue();
  }

  @Test
  void a_known_pod_is_asked_when_two_heartbeats_in_a_row_do_not_fit_and_until_one_does() {
    assertThat(pod.mustBeAsked(true)).isFalse();

    assertThat(pod.mustBeAsked(false)).isFalse();
    assertThat(pod.mustBeAsked(true)).isFalse();
    assertThat(pod.mustBeAsked(false)).isFalse();
    assertThat(pod.mustBeAsked(false)).isTrue();
    assertThat(pod.mustBeAsked(false)).isTrue();
    assertThat(pod.mustBeAsked(true)).isFalse();
  }

  @Test
  void a_state_in_parts_is_taken_when_the_last_has_come() {
    assertThat(pod.take(part(0, 2, some))).isEmpty();
    assertThat(pod.take(part(1, 2, more)).orElseThrow()).containsAll(some).containsAll(more);
  }

  @Test
  void a_state_of_nobody_is_a_state() {
    assertThat(pod.take(part(0, 1, List.of()))).contains(List.of());
  }

  @Test
  void a_state_that_lacks_a_part_is_not_taken_and_the_next_whole_one_is() {
    assertThat(pod.take(part(0, 3, some))).isEmpty();
    assertThat(pod.take(part(2, 3, more))).isEmpty();
    assertThat(pod.take(part(1, 2, more))).isEmpty();

    assertThat(pod.take(part(0, 1, more))).contains(more);
  }

  @Test
  void a_pod_is_silent_when_its_last_sign_of_life_is_too_old() {
    Instant now = Instant.parse("2026-11-22T03:00:00Z");
    pod.heard(now.plusSeconds(30));

    assertThat(pod.silent(now.plusSeconds(30))).isFalse();
    assertThat(pod.silent(now.plusSeconds(31))).isTrue();
  }
}
