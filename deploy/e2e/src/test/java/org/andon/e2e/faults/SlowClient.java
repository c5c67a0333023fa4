package org.andon.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.andon.e2e.traffic.Activity;
import org.andon.e2e.traffic.Api;
import org.andon.e2e.traffic.Api.Account;
import org.andon.e2e.traffic.LiveSocket;
import org.andon.e2e.traffic.Observations;
import org.andon.e2e.traffic.Pace;
import org.andon.e2e.traffic.Receiver;
import org.andon.testkit.RoomClient;

/** Somebody who reads nothing, in a busy room, among people who do. */
final class SlowClient implements Fault {
  /** Twenty megabytes in all: more than the pod keeps for a client, and the system's buffers. */
  private static final int MESSAGES = 700;

  private static final String LONG_TEXT = "溫".repeat(10_000);
  private static final Duration BETWEEN = Duration.ofMillis(25);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private UUID room;
  private Account account;
  private Receiver quick;
  private LiveSocket slow;

  @Override
  public String name() {
    return "slow-client";
  }

  @Override
  public String title() {
    return "a client that reads nothing, in a room with 20 MB of messages";
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(20);
  }

  /** It is nobody else's trouble. */
  @Override
  public Set<Activity> touches() {
    return Set.of();
  }

  @Override
  public void prepare(Scene scene) throws LiveSocket.Refused {
    room = scene.traffic().createRoom();
    account = new Api(scene.stack().gateway()).signIn("op11");
    quick = receiver(scene);
    slow = LiveSocket.openWithoutReading(scene.stack().gateway(), "/ws/" + room, account);
  }

  private Receiver receiver(Scene scene) {
    Supplier<URI> gateway = scene.stack()::gateway;
    Receiver receiver = new Receiver(gateway, room, account, true, new Observations());
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                receiver.act();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    return receiver;
  }

  @Override
  public void strike(Scene scene) throws LiveSocket.Refused, InterruptedException {
    LiveSocket flood = LiveSocket.open(scene.stack().gateway(), "/ws/" + room, account, it -> {});
    for (int i = 0; i < MESSAGES; i++) {
      flood.trySend(RoomClient.frame("message", "content", LONG_TEXT));
      Pace.pause(BETWEEN);
    }
    await("the quick one has it all").atMost(PATIENCE).until(() -> quick.last() == MESSAGES + 1);
    flood.abort();
  }

  @Override
  public void mend(Scene scene) {
    slow.beginToRead();
    String end = slow.end().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    scene.remark("the slow one: `%s`", end);
    assertThat(end).isIn("closed 4408", "closed 1006");
    // Twenty megabytes are more than a socket resumes: the protocol says to load the history.
    List<Long> missed = numbers(new Api(scene.stack().gateway()));
    assertThat(missed)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, MESSAGES + 1).boxed().toList());
    assertThat(quick.disorder()).isEmpty();
    quick.leave();
  }

  /** Of all events of the room, page by page. */
  private List<Long> numbers(Api api) {
    List<Long> numbers = new ArrayList<>();
    long last = 0;
    while (true) {
      JsonNode page =
          api.get(account, "/api/rooms/" + room + "/events?limit=50&after=" + last).json();
      page.get("items").forEach(event -> numbers.add(event.get("sequence_number").asLong()));
      if (page.get("items").isEmpty()) {
        return numbers;
      }
      last = numbers.getLast();
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
