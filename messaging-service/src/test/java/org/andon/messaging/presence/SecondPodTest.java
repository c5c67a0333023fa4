package org.andon.messaging.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class SecondPodTest {
  private static final String WEI = "li.wei@plant.example";
  private static final String MEI = "chen.mei@plant.example";

  @TestHTTPResource("/")
  URI base;

  @Inject ObjectMapper json;
  @Inject MessagingConfig config;
  @Inject Presence presence;

  private final UUID room = UUID.randomUUID();
  private final Place meiThere = new Place(room, new OnlineUser(MEI, "陳美"));
  private SecondPod pod;

  @BeforeEach
  void aRoomAndASecondPod() {
    Neighbours.knowRoom(room, "OWNER");
    pod = new SecondPod(json);
  }

  @AfterEach
  void theSecondPodStops() {
    pod.close();
  }

  private RoomClient open(String user) {
    RoomClient client = RoomClient.open(base, room, Tokens.of(user), "");
    client.next("welcome");
    return client;
  }

  private List<String> online() {
    return presence.online(room).stream().map(OnlineUser::userId).toList();
  }

  private static boolean tells(JsonNode frame, String event) {
    return frame.path("event").asText().equals(event);
  }

  /** Everything this pod holds, as it says itself. */
  private List<Place> stateOfThisPod() {
    pod.tell(new PresenceEvent.Hello(pod.name(), config.podId()));
    List<Place> places = new ArrayList<>();
    pod.hear(
        PresenceEvent.State.class,
        state -> {
          places.addAll(state.places());
          return state.part() == state.parts() - 1;
        });
    return places;
  }

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
  void the_heartbeat_tells_of_those_who_are_here() {
    try (RoomClient unused = open(WEI)) {
      List<Place> here = stateOfThisPod();
      PodPlaces expected = new PodPlaces();
      here.forEach(expected::add);

      pod.hear(PresenceEvent.Alive.class, alive -> alive.digest().equals(expected.digest()));

      assertThat(here).contains(new Place(room, new OnlineUser(WEI, "Name of " + WEI)));
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
