package org.andon.e2e;

import static org.andon.testkit.RoomClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.andon.testkit.RoomClient;
import org.andon.testkit.RoomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People on two pods change the same messages at the same time. */
@ExtendWith(SharedStack.class)
class TwoPodReplayIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PEOPLE = 6;
  private static final int OPERATIONS = 60;
  private static final String[] EMOJI = {"👍", "🔥", "👀", "⚠️"};

  private final Stack stack;
  private final Person wei;
  private final Person mei;

  TwoPodReplayIT(Stack stack) {
    this.stack = stack;
    this.wei = Person.signIn(stack, "li.wei");
    this.mei = Person.signIn(stack, "chen.mei");
  }

  private RoomState fetch(UUID room) {
    try {
      return RoomState.of(
          JSON.readTree(
              wei.request()
                  .get("/api/rooms/{room}/messages?limit=200", room)
                  .then()
                  .statusCode(200)
                  .extract()
                  .asString()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private void talk(UUID room, int seed, List<String> messages) {
    Random random = new Random(seed);
    Person person = seed % 3 == 0 ? mei : wei;
    try (RoomClient client = person.open(stack.messagingPods().get(seed % 2), room)) {
      for (int i = 0; i < OPERATIONS; i++) {
        String id = messages.isEmpty() ? "" : messages.get(random.nextInt(messages.size()));
        String emoji = EMOJI[random.nextInt(EMOJI.length)];
        JsonNode answer =
            switch (id.isEmpty() ? 0 : random.nextInt(10)) {
              case 0, 1 -> client.call(frame("message", "content", "溫度 " + random.nextInt(100)));
              case 2, 3 ->
                  client.call(
                      frame("edit_message", "message_id", id, "content", "改 " + random.nextInt()));
              case 4 -> client.call(frame("delete_message", "message_id", id));
              case 5, 6, 7 -> client.call(frame("add_reaction", "message_id", id, "emoji", emoji));
              default -> client.call(frame("remove_reaction", "message_id", id, "emoji", emoji));
            };
        if (answer.path("changed").asBoolean()) {
          messages.add(answer.get("message_id").asText());
        }
      }
    }
  }

  @Test
  void every_client_and_every_snapshot_end_in_the_same_state() throws InterruptedException {
    UUID room = wei.createRoom("two pods, one truth", Map.of(mei.userId(), "EDITOR"));
    List<RoomState> snapshots = new ArrayList<>();
    snapshots.add(RoomState.after(0));
    List<String> messages = new CopyOnWriteArrayList<>();

    try (RoomClient onFirst = wei.open(stack.messagingPods().get(0), room, "?after=0");
        RoomClient onSecond = mei.open(stack.messagingPods().get(1), room, "?after=0")) {
      List<Thread> people =
          IntStream.range(0, PEOPLE)
              .mapToObj(seed -> Thread.ofVirtual().start(() -> talk(room, seed, messages)))
              .toList();
      while (people.stream().anyMatch(Thread::isAlive)) {
        snapshots.add(fetch(room));
      }
      for (Thread person : people) {
        person.join();
      }
      RoomState fresh = fetch(room);

      for (RoomClient live : List.of(onFirst, onSecond)) {
        RoomState state = RoomState.after(0);
        while (state.last() < fresh.last()) {
          state.apply(live.nextDurable());
        }
        assertThat(state).isEqualTo(fresh);
      }
      for (RoomState snapshot :
          List.of(snapshots.getFirst(), snapshots.get(snapshots.size() / 2))) {
        try (RoomClient resumed = wei.resume(room, snapshot.last())) {
          while (snapshot.last() < fresh.last()) {
            snapshot.apply(resumed.nextDurable());
          }
        }
        assertThat(snapshot).isEqualTo(fresh);
      }
    }
  }
}
