package org.andon.messaging.presence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A room here, and a second pod that tells and hears what pods tell each other. */
abstract class TwoPods {
  static final String WEI = "li.wei@plant.example";
  static final String MEI = "chen.mei@plant.example";

  @TestHTTPResource("/")
  URI base;

  @Inject ObjectMapper json;
  @Inject MessagingConfig config;
  @Inject Presence presence;

  final UUID room = UUID.randomUUID();
  final Place meiThere = new Place(room, new OnlineUser(MEI, "陳美"));
  SecondPod pod;

  @BeforeEach
  void aRoomAndASecondPod() {
    Neighbours.knowRoom(room, "OWNER");
    pod = new SecondPod(json);
  }

  @AfterEach
  void theSecondPodStops() {
    pod.close();
  }

  RoomClient open(String user) {
    RoomClient client = RoomClient.open(base, room, Tokens.of(user), "");
    client.next("welcome");
    return client;
  }

  List<String> online() {
    return presence.online(room).stream().map(OnlineUser::userId).toList();
  }

  static boolean tells(JsonNode frame, String event) {
    return frame.path("event").asText().equals(event);
  }

  /** Everything this pod holds, as it says itself. */
  List<Place> stateOfThisPod() {
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
}
