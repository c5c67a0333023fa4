package org.andon.messaging.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.andon.messaging.support.Backing;
import org.andon.testkit.RoomClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What a pod tells the others. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class PresenceTopicTest extends TwoPods {
  @Test
  void what_is_told_here_is_a_cloud_event_keyed_by_the_room() {
    try (RoomClient unused = open(WEI)) {
      ConsumerRecord<String, byte[]> told =
          pod.record(
              event ->
                  event instanceof PresenceEvent.Joined joined && joined.roomId().equals(room));

      assertThat(told.key()).isEqualTo(room.toString());
      assertThat(header(told, "ce_specversion")).isEqualTo("1.0");
      assertThat(header(told, "ce_type")).isEqualTo("andon.presence.joined");
      assertThat(header(told, "ce_subject")).isEqualTo(room.toString());
      assertThat(header(told, "ce_id")).isNotEmpty();
      assertThat(header(told, "content-type")).isEqualTo("application/json");
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void all_that_a_pod_tells_is_in_one_partition() {
    try (RoomClient unused = open(WEI)) {
      List<Integer> partitions =
          IntStream.range(0, 3)
              .map(i -> pod.record(event -> event.pod().equals(config.podId())).partition())
              .distinct()
              .boxed()
              .toList();

      assertThat(partitions).hasSize(1);
    }
  }

  @Test
  void a_pod_that_says_hello_is_told_who_is_here_in_parts() {
    List<RoomClient> clients =
        IntStream.range(0, 5).mapToObj(i -> open("op" + i + "@plant.example")).toList();

    pod.tell(new PresenceEvent.Hello(pod.name(), null));
    PresenceEvent.State last =
        pod.hear(PresenceEvent.State.class, state -> state.part() == state.parts() - 1);

    assertThat(last.parts()).isGreaterThanOrEqualTo(3);
    assertThat(stateOfThisPod().stream().filter(place -> place.roomId().equals(room))).hasSize(5);
    clients.forEach(RoomClient::close);
  }

  @Test
  void the_heartbeat_tells_of_those_who_are_here() {
    try (RoomClient unused = open(WEI)) {
      List<Place> here = stateOfThisPod();
      PodPlaces expected = new PodPlaces();
      here.forEach(expected::add);

      pod.hear(PresenceEvent.Alive.class, alive -> alive.digest().equals(expected.digest()));

      assertThat(here).contains(new Place(room, new OnlineUser(WEI, "Name of " + WEI)));
    }
  }
}
