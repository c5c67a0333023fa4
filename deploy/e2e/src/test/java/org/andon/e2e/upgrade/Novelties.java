package org.andon.e2e.upgrade;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.andon.e2e.traffic.Activity;
import org.andon.e2e.traffic.Api;
import org.andon.e2e.traffic.Api.Account;
import org.andon.e2e.traffic.Api.Answer;
import org.andon.e2e.traffic.LiveSocket;
import org.andon.e2e.traffic.Pace;
import org.andon.testkit.RoomClient;

/**
 * What a version brings that the one before it did not have, used at a new pod and looked at from
 * an old one.
 */
final class Novelties {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Scene scene;
  private final Account owner;
  private final UUID room;
  private final URI oldPod;
  private final URI newPod;

  Novelties(Scene scene) {
    this.scene = scene;
    this.owner = scene.traffic().owner();
    this.room = scene.traffic().roomIds().getLast();
    this.oldPod = scene.stack().firstPod();
    this.newPod = scene.stack().secondPod();
  }

  void use() throws LiveSocket.Refused, InterruptedException {
    ask(scene.stack().gateway(), Activity.ROOM, this::summarise);
    long number = mark();
    ask(newPod, Activity.HISTORY, api -> api.get(owner, path("/report?format=json")));
    String before = "?limit=10&after=" + (number - 1);
    ask(oldPod, Activity.HISTORY, api -> api.get(owner, path("/events" + before)));
    ask(oldPod, Activity.HISTORY, api -> api.get(owner, path("/messages?limit=10")));
    resume(number - 1);
  }

  private Answer summarise(Api api) {
    return api.patch(owner, path(""), Map.of("root_cause", "A bearing was dry."));
  }

  /** Marks a message that everybody has seen already; returns the number of the mark. */
  private long mark() throws LiveSocket.Refused {
    String said =
        new Api(newPod)
            .get(owner, path("/events?limit=50&after=1"))
            .json()
            .get("items")
            .valueStream()
            .filter(frame -> frame.get("type").asText().equals("message"))
            .map(frame -> frame.get("message_id").asText())
            .findFirst()
            .orElseThrow();
    Queue<JsonNode> frames = new ConcurrentLinkedQueue<>();
    LiveSocket socket = LiveSocket.open(newPod, "/ws/" + room, owner, frames::add);
    socket.trySend(RoomClient.frame("mark", "message_id", said, "mark", "decision"));
    JsonNode marked =
        await("the mark").atMost(PATIENCE).until(() -> marked(frames), it -> it != null);
    socket.abort();
    return marked.get("sequence_number").asLong();
  }

  private static JsonNode marked(Queue<JsonNode> frames) {
    return frames.stream()
        .filter(frame -> frame.path("type").asText().equals("message_marked"))
        .findFirst()
        .orElse(null);
  }

  /** As a client does that was away meanwhile, and comes back to the old pod. */
  private void resume(long after) throws InterruptedException {
    long began = System.nanoTime();
    Queue<JsonNode> frames = new ConcurrentLinkedQueue<>();
    try {
      LiveSocket socket =
          LiveSocket.open(oldPod, "/ws/" + room + "?after=" + after, owner, frames::add);
      long deadline = began + PATIENCE.toNanos();
      while (marked(frames) == null && !socket.end().isDone() && System.nanoTime() < deadline) {
        Pace.backOff();
      }
      if (marked(frames) == null) {
        scene.observations().trouble(Activity.SOCKET, began, socket.end().getNow("not resumed"));
      }
      socket.abort();
    } catch (LiveSocket.Refused e) {
      scene.observations().trouble(Activity.SOCKET, began, e.getMessage());
    }
  }

  private String path(String rest) {
    return "/api/rooms/" + room + rest;
  }

  private void ask(URI where, Activity activity, Function<Api, Answer> request) {
    Api api = new Api(where);
    scene.observations().of(activity, () -> request.apply(api));
  }
}
