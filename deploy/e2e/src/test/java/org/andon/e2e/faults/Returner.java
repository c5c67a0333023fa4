package org.andon.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.andon.e2e.traffic.Api.Account;
import org.andon.e2e.traffic.LiveSocket;
import org.andon.e2e.traffic.Pace;

/** Comes back to a room for what was said in it meanwhile. */
final class Returner {
  /** Number 1 tells that the room was created: that much everybody has. */
  private static final long SEEN_BEFORE = 1;

  private final URI gateway;
  private final UUID room;
  private final Account account;
  private final long last;
  private final List<Long> numbers = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final CompletableFuture<Void> complete = new CompletableFuture<>();
  private volatile LiveSocket socket;

  Returner(URI gateway, UUID room, Account account, int missed) {
    this.gateway = gateway;
    this.room = room;
    this.account = account;
    this.last = SEEN_BEFORE + missed;
  }

  /** Tries until it has everything. */
  void comeBack() throws InterruptedException {
    while (!complete.isDone()) {
      String path = "/ws/" + room + "?after=" + after();
      try {
        socket = LiveSocket.open(gateway, path, account, this::frame);
        String end = (String) CompletableFuture.anyOf(complete, socket.end()).join();
        if (end != null) {
          refused(end);
        }
      } catch (LiveSocket.Refused e) {
        refused(e.getMessage());
      }
    }
  }

  private void refused(String why) throws InterruptedException {
    refusals.add(why);
    Pace.backOff();
  }

  private synchronized long after() {
    return SEEN_BEFORE + numbers.size();
  }

  private synchronized void frame(JsonNode frame) {
    if (frame.path("type").asText().equals("message")) {
      numbers.add(frame.get("sequence_number").asLong());
      if (numbers.getLast() == last) {
        complete.complete(null);
      }
    }
  }

  List<String> refusals() {
    return refusals;
  }

  /** Nothing twice, nothing left out. */
  synchronized boolean inOrder() {
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) != SEEN_BEFORE + 1 + i) {
        return false;
      }
    }
    return numbers.size() == last - SEEN_BEFORE;
  }

  void leave() {
    socket.abort();
  }
}
