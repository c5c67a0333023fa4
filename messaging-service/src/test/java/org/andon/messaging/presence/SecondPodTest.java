package org.andon.messaging.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.andon.messaging.support.Backing;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;

/** Who is online, on whatever pod. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class SecondPodTest extends TwoPods {
  @Test
  void who_comes_and_goes_on_another_pod_is_seen_here() {
    try (RoomClient wei = open(WEI)) {
      pod.joined(meiThere);

      JsonNode joined = wei.next(frame -> tells(frame, "user_joined"));
      JsonNode list = wei.next("presence");
      pod.left(meiThere);
      JsonNode left = wei.next(frame -> tells(frame, "user_left"));

      assertThat(joined.get("user_id").asText()).isEqualTo(MEI);
      assertThat(joined.get("display_name").asText()).isEqualTo("陳美");
      assertThat(list.get("online").findValuesAsText("user_id")).containsExactly(MEI, WEI);
      assertThat(left.get("display_name").asText()).isEqualTo("陳美");
    }
  }

  @Test
  void a_user_on_both_pods_is_online_until_the_last_socket_is_closed() {
    try (RoomClient wei = open(WEI)) {
      pod.joined(meiThere);
      wei.next(frame -> tells(frame, "user_joined"));
      RoomClient tablet = open(MEI);
      RoomClient phone = open(MEI);
      pod.left(meiThere);
      tablet.close();
      assertThat(stateOfThisPod()).extracting(Place::roomId).contains(room);
      assertThat(online()).containsExactly(MEI, WEI);

      phone.close();

      wei.next(frame -> tells(frame, "user_left"));
      assertThat(online()).containsExactly(WEI);
    }
  }

  @Test
  void a_join_and_a_leave_that_were_lost_are_made_good_by_heartbeats() {
    try (RoomClient wei = open(WEI)) {
      Place gone = new Place(room, new OnlineUser("gone@plant.example", "Gone"));
      pod.tell(new PresenceEvent.Joined(pod.name(), room, gone.user().userId(), "Gone"));
      wei.next(frame -> tells(frame, "user_joined"));
      pod.has(meiThere);

      pod.alive();
      pod.alive();
      pod.hear(PresenceEvent.Hello.class, hello -> pod.name().equals(hello.to()));
      pod.state();

      assertThat(wei.next(frame -> tells(frame, "user_left")).get("user_id").asText())
          .isEqualTo(gone.user().userId());
      assertThat(wei.next(frame -> tells(frame, "user_joined")).get("user_id").asText())
          .isEqualTo(MEI);
      assertThat(presence.digest(pod.name()))
          .isEqualTo(new PodPlaces.Digest(1, meiThere.seat().fingerprint()));
    }
  }

  @Test
  void a_pod_that_falls_silent_takes_its_users_offline() {
    try (RoomClient wei = open(WEI)) {
      pod.joined(meiThere);
      wei.next(frame -> tells(frame, "user_joined"));

      JsonNode left = wei.next(frame -> tells(frame, "user_left"));

      assertThat(left.get("user_id").asText()).isEqualTo(MEI);
    }
  }

  @Test
  void a_user_of_a_killed_pod_who_came_back_elsewhere_has_never_left() {
    try (RoomClient wei = open(WEI);
        SecondPod successor = new SecondPod(json)) {
      pod.joined(meiThere);
      wei.next(frame -> tells(frame, "user_joined"));
      successor.joined(meiThere);

      pod.tell(new PresenceEvent.Gone(pod.name()));
      successor.joined(new Place(room, new OnlineUser("last@plant.example", "Last")));

      JsonNode next = wei.next("system");
      assertThat(next.get("event").asText()).isEqualTo("user_joined");
      assertThat(online()).containsExactly(MEI, "last@plant.example", WEI);
    }
  }

  @Test
  void presence_is_right_again_after_kafka_was_away_and_nobody_has_left_because_of_it() {
    try (RoomClient wei = open(WEI)) {
      RoomClient op = open("op01@plant.example");
      pod.joined(meiThere);
      pod.alive();
      await().until(() -> online().contains(MEI));

      Backing.stopKafka();
      try {
        op.close();
        wei.next(frame -> tells(frame, "user_left"));
        pod.has(new Place(room, new OnlineUser("op02@plant.example", "操作員 02")));
        // Longer than the second pod's lease.
        await().pollDelay(Duration.ofSeconds(6)).until(() -> online().contains(MEI));
      } finally {
        Backing.startKafka();
      }

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                pod.alive();
                if (pod.name().equals(asked())) {
                  pod.state();
                }
                assertThat(online()).containsExactly(MEI, WEI, "op02@plant.example");
              });
      assertThat(stateOfThisPod().stream().filter(place -> place.roomId().equals(room)))
          .extracting(place -> place.user().userId())
          .containsExactly(WEI);
      assertThat(frames(wei)).doesNotContain("user_left");
    }
  }

  /** Whom this pod asks for its state next. */
  private String asked() {
    try {
      return pod.hear(PresenceEvent.Hello.class, hello -> true, Duration.ofSeconds(1)).to();
    } catch (AssertionError nobody) {
      return "";
    }
  }

  /** The system events that have come by the time of a message of one's own. */
  private static List<String> frames(RoomClient client) {
    List<String> events = new ArrayList<>();
    client.post("mark");
    client.next(
        frame -> {
          events.add(frame.path("event").asText());
          return frame.path("type").asText().equals("message");
        });
    return events;
  }
}
