package org.andon.e2e.traffic;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.andon.e2e.traffic.Api.Account;
import org.andon.e2e.traffic.Api.Answer;

/** Somebody with an open socket who is put out while something is broken, and tries to get in. */
final class Outcast implements Participant {
  /** Of those whom a member's removal or the end of a session puts out. */
  private static final Set<String> OUT =
      Set.of("closed 4401", "closed 4403", "refused 401", "refused 403");

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Api api;
  private final Supplier<URI> pod;
  private final UUID room;
  private final Account account;
  private final Supplier<Answer> expulsion;
  private final CompletableFuture<Long> expelled = new CompletableFuture<>();
  private final CompletableFuture<Long> out = new CompletableFuture<>();
  private volatile LiveSocket socket;

  Outcast(Api api, Supplier<URI> pod, UUID room, Account account, Supplier<Answer> expulsion) {
    this.api = api;
    this.pod = pod;
    this.room = room;
    this.account = account;
    this.expulsion = expulsion;
  }

  /** Tries until it has been acknowledged. */
  void expel() throws InterruptedException {
    while (!expulsion.get().ok()) {
      Pace.backOff();
    }
    expelled.complete(System.nanoTime());
  }

  @Override
  public void act() throws InterruptedException {
    if (!out.isDone()) {
      String end = visit();
      if (OUT.contains(end)) {
        out.complete(System.nanoTime());
      }
    }
    Pace.backOff();
  }

  private String visit() {
    try {
      socket = LiveSocket.open(pod.get(), "/ws/" + room, account, frame -> {});
      return socket.end().join();
    } catch (LiveSocket.Refused e) {
      return e.getMessage();
    }
  }

  /** From the acknowledgement to the end of the last socket. */
  Duration putOutAfter() {
    long begin = expelled.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    long end = out.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    return Duration.ofNanos(Math.max(0, end - begin));
  }

  /** What each service says to them now. */
  List<String> answers() {
    String path = "/api/rooms/" + room;
    return List.of(path, path + "/messages", path + "/files").stream()
        .map(it -> api.get(account, it).problem())
        .toList();
  }

  @Override
  public void leave() {
    if (socket != null) {
      socket.abort();
    }
  }
}
