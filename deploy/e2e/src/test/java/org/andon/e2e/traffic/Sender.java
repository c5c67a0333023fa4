package org.andon.e2e.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.andon.e2e.traffic.Api.Account;
import org.andon.testkit.RoomClient;

/** Says something five times a second; what is not acknowledged is said again, with the same id. */
final class Sender implements Participant {
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final Duration ACK_PATIENCE = Duration.ofSeconds(30);

  private final URI gateway;
  private final UUID room;
  private final Account account;
  private final Observations observations;
  private final Map<String, Long> acknowledged = new LinkedHashMap<>();
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private volatile LiveSocket socket;

  Sender(URI gateway, UUID room, Account account, Observations observations) {
    this.gateway = gateway;
    this.room = room;
    this.account = account;
    this.observations = observations;
  }

  @Override
  public void act() throws InterruptedException {
    long begun = System.nanoTime();
    ObjectNode message =
        RoomClient.frame(
            "message",
            "content",
            Moment.mark(begun),
            "client_msg_id",
            UUID.randomUUID().toString());
    for (String trouble = say(message); trouble != null; trouble = say(message)) {
      observations.trouble(Activity.MESSAGE, begun, trouble);
      Pace.backOff();
    }
    observations.success(Activity.MESSAGE, begun);
    Pace.pause(BETWEEN);
  }

  /** Null once it is acknowledged, else what was in the way. */
  private String say(ObjectNode message) throws InterruptedException {
    try {
      if (socket == null || socket.end().isDone()) {
        socket = LiveSocket.open(gateway, "/ws/" + room, account, this::frame);
      }
    } catch (LiveSocket.Refused e) {
      return e.getMessage();
    }
    LiveSocket used = socket;
    used.trySend(message);
    String id = message.get("client_msg_id").asText();
    long deadline = System.nanoTime() + ACK_PATIENCE.toNanos();
    while (System.nanoTime() - deadline < 0) {
      JsonNode answer = answers.poll(50, TimeUnit.MILLISECONDS);
      if (answer != null && answer.path("client_msg_id").asText().equals(id)) {
        return outcome(id, answer);
      }
      if (answer == null && used.end().isDone()) {
        return used.end().join();
      }
    }
    used.abort();
    return "no ack in " + ACK_PATIENCE.toSeconds() + " s";
  }

  private synchronized String outcome(String id, JsonNode answer) {
    if (answer.get("type").asText().equals("error")) {
      return "error " + answer.get("code").asText();
    }
    acknowledged.put(id, answer.get("sequence_number").asLong());
    return null;
  }

  private void frame(JsonNode frame) {
    String type = frame.path("type").asText();
    if (type.equals("ack") || type.equals("error")) {
      answers.add(frame);
    }
  }

  /** The numbers that messages were acknowledged with, by their client's id. */
  synchronized Map<String, Long> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  String userId() {
    return account.userId();
  }

  @Override
  public void leave() {
    if (socket != null) {
      socket.abort();
    }
  }
}
