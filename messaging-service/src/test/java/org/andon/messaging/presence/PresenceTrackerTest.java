package org.andon.messaging.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PresenceTrackerTest {
  private final PresenceTracker tracker = new PresenceTracker();
  private final UUID room = UUID.randomUUID();
  private final OnlineUser wei = new OnlineUser("li.wei@plant.example", "李偉");
  private final OnlineUser mei = new OnlineUser("chen.mei@plant.example", "陳美");

  @Test
  void a_user_on_two_pods_joins_once_and_leaves_with_the_last() {
    assertThat(tracker.arrived(room, wei, "pod-1")).isTrue();
    assertThat(tracker.arrived(room, wei, "pod-2")).isFalse();

    assertThat(tracker.left(room, wei.userId(), "pod-1")).isFalse();
    assertThat(tracker.online(room)).containsExactly(wei);
    assertThat(tracker.left(room, wei.userId(), "pod-2")).isTrue();
    assertThat(tracker.online(room)).isEmpty();
  }

  @Test
  void a_departure_that_is_told_twice_counts_once() {
    tracker.arrived(room, wei, "pod-1");
    tracker.left(room, wei.userId(), "pod-1");

    assertThat(tracker.left(room, wei.userId(), "pod-1")).isFalse();
    assertThat(tracker.left(room, mei.userId(), "pod-9")).isFalse();
  }

  @Test
  void a_pod_that_dies_takes_along_only_those_who_are_nowhere_else() {
    tracker.arrived(room, wei, "pod-1");
    tracker.arrived(room, mei, "pod-1");
    tracker.arrived(room, mei, "pod-2");

    assertThat(tracker.podGone("pod-1")).containsExactly(new PresenceTracker.Place(room, wei));
    assertThat(tracker.online(room)).containsExactly(mei);
  }

  @Test
  void a_silent_pod_loses_its_lease() {
    PodLeases leases = new PodLeases(Duration.ofSeconds(30));
    Instant now = Instant.parse("2026-11-22T03:00:00Z");

    assertThat(leases.renew("pod-1", now)).isTrue();
    assertThat(leases.renew("pod-1", now.plusSeconds(20))).isFalse();

    assertThat(leases.expire(now.plusSeconds(45))).isEmpty();
    assertThat(leases.expire(now.plusSeconds(51))).containsExactly("pod-1");
    assertThat(leases.renew("pod-1", now.plusSeconds(60))).isTrue();
  }
}
