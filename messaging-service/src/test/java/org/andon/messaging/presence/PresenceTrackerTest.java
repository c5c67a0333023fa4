package org.andon.messaging.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PresenceTrackerTest {
  private final PresenceTracker tracker = new PresenceTracker();
  private final UUID room = UUID.randomUUID();
  private final OnlineUser wei = new OnlineUser("li.wei@plant.example", "李偉");
  private final OnlineUser mei = new OnlineUser("chen.mei@plant.example", "陳美");
  private final Place weiHere = new Place(room, wei);
  private final Place meiHere = new Place(room, mei);

  @Test
  void a_user_on_two_pods_joins_once_and_leaves_with_the_last() {
    assertThat(tracker.arrived("pod-1", weiHere)).isTrue();
    assertThat(tracker.arrived("pod-2", weiHere)).isFalse();

    assertThat(tracker.left("pod-1", weiHere.seat())).isEmpty();
    assertThat(tracker.online(room)).containsExactly(wei);
    assertThat(tracker.left("pod-2", weiHere.seat())).contains(weiHere);
    assertThat(tracker.online(room)).isEmpty();
  }

  @Test
  void what_is_told_twice_counts_once() {
    tracker.arrived("pod-1", weiHere);
    assertThat(tracker.arrived("pod-1", weiHere)).isFalse();
    tracker.left("pod-1", weiHere.seat());

    assertThat(tracker.left("pod-1", weiHere.seat())).isEmpty();
    assertThat(tracker.left("pod-9", meiHere.seat())).isEmpty();
    assertThat(tracker.digest("pod-1")).isEqualTo(PodPlaces.NOBODY);
  }

  @Test
  void a_room_lists_its_users_by_id() {
    tracker.arrived("pod-1", weiHere);
    tracker.arrived("pod-2", meiHere);
    tracker.arrived("pod-2", new Place(UUID.randomUUID(), wei));

    assertThat(tracker.online(room)).containsExactly(mei, wei);
    assertThat(tracker.on("pod-1")).containsExactly(weiHere);
  }

  @Test
  void two_pods_with_the_same_places_have_the_same_digest_however_they_came_to_it() {
    tracker.arrived("pod-1", weiHere);
    tracker.arrived("pod-1", meiHere);
    tracker.arrived("pod-2", meiHere);
    tracker.arrived("pod-2", new Place(UUID.randomUUID(), wei));
    tracker.left(
        "pod-2",
        tracker.on("pod-2").stream()
            .filter(p -> !p.equals(meiHere))
            .findAny()
            .orElseThrow()
            .seat());
    tracker.arrived("pod-2", weiHere);

    assertThat(tracker.digest("pod-1")).isEqualTo(tracker.digest("pod-2"));
  }

  @Test
  void a_digest_tells_who_is_where() {
    UUID otherRoom = UUID.randomUUID();
    tracker.arrived("pod-1", weiHere);
    tracker.arrived("pod-1", new Place(otherRoom, mei));
    tracker.arrived("pod-2", meiHere);
    tracker.arrived("pod-2", new Place(otherRoom, wei));

    assertThat(tracker.digest("pod-1")).isNotEqualTo(tracker.digest("pod-2"));
  }
}
