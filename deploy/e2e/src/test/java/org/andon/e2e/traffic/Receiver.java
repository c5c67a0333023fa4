package org.andon.e2e.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.andon.e2e.traffic.Api.Account;

/** Listens to a room without end, and notes every frame that has a number. */
public final class Receiver implements Participant {
  private static final long LATE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Supplier<URI> base;
  private final UUID room;
  private final Account account;
  private final boolean atGateway;
  private final Observations observations;
  private final List<JsonNode> seen = new ArrayList<>();
  private final List<String> disorder = new ArrayList<>();
  private volatile LiveSocket socket;

  /**
   * @param base asked whenever a socket is opened
   * @param atGateway as people do, and not straight at a pod
   */
  public Receiver(
      Supplier<URI> base,
      UUID room,
      Account account,
      boolean atGateway,
      Observations observations) {
    this.base = base;
    this.room = room;
    this.account = account;
    this.atGateway = atGateway;
    this.observations = observations;
  }

  @Override
  public void act() throws InterruptedException {
    long began = System.nanoTime();
    try {
      socket =
          LiveSocket.open(base.get(), "/ws/" + room + "?after=" + last(), account, this::frame);
      String end = socket.end().join();
      observations.trouble(socketActivity(), System.nanoTime(), end);
    } catch (LiveSocket.Refused e) {
      observations.trouble(socketActivity(), began, e.getMessage());
    }
    Pace.backOff();
  }

  @Override
  public void leave() {
    if (socket != null) {
      socket.abort();
    }
  }

  public synchronized int last() {
    return seen.size();
  }

  /** In the order they came: the first has number 1. */
  synchronized List<JsonNode> seen() {
    return List.copyOf(seen);
  }

  /** What came twice, late or not at all. */
  public synchronized List<String> disorder() {
    return List.copyOf(disorder);
  }

  private synchronized void frame(JsonNode frame) {
    String type = frame.path("type").asText();
    if (type.equals("resync")) {
      disorder.add("told to load history after " + last());
    }
    boolean durable =
        frame.has("sequence_number") && frame.has("message_id") && !type.equals("ack");
    if (!durable) {
      return;
    }
    long number = frame.get("sequence_number").asLong();
    if (number == seen.size() + 1) {
      seen.add(frame);
      Moment.of(frame).ifPresent(begun -> delivered(delivery(type), begun));
    } else {
      disorder.add("after " + seen.size() + " came " + number);
    }
  }

  private Activity socketActivity() {
    return atGateway ? Activity.SOCKET : Activity.POD_SOCKET;
  }

  private Activity delivery(String type) {
    if (type.equals("system")) {
      return Activity.NEWS;
    }
    return atGateway ? Activity.DELIVERY : Activity.POD_DELIVERY;
  }

  private void delivered(Activity activity, long begun) {
    if (System.nanoTime() - begun <= LATE_NANOS) {
      observations.success(activity, begun);
    } else if (activity != Activity.NEWS || atGateway) {
      observations.trouble(activity, begun, "late");
    }
  }
}
