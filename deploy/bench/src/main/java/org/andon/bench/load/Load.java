package org.andon.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everybody who is connected, and what they do. Its methods wait for the event loop. */
public final class Load implements AutoCloseable {
  /** Joins under way at once: what a server sees when a line's tablets come back together. */
  private static final int JOINING = 32;

  private static final int JOIN_TRIES = 5;
  private static final Duration JOIN_PAUSE = Duration.ofSeconds(1);
  private static final Duration JOIN_LIMIT = Duration.ofMinutes(2);
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(30);
  private static final Duration DRAIN_LOOK = Duration.ofMillis(10);
  private static final int LONGEST_FRAME = 1 << 20;

  private final NioEventLoopGroup group = new NioEventLoopGroup(1);
  private final EventLoop loop = group.next();
  private final Connector connector = new Connector(loop);
  private final List<Member> members = new ArrayList<>();
  private final Map<String, Integer> present = new HashMap<>();
  private final byte[] inbox = new byte[LONGEST_FRAME];
  private final Mark mark = new Mark();
  private List<Member> senders = List.of();
  private Phase phase = new Phase(0, new Pace.Count(0), Duration.ZERO, Duration.ZERO);

  private Load() {}

  /** Connects all members of all rooms. */
  public static Load join(List<Room> rooms) {
    Load load = new Load();
    try {
      List<Seat> seats = rooms.stream().flatMap(Load::seats).toList();
      for (int i = 0; i < seats.size(); i += JOINING) {
        load.seat(seats.subList(i, Math.min(i + JOINING, seats.size())));
      }
      rooms.forEach(room -> load.present.put(room.path(), room.members()));
      load.senders = load.members.stream().filter(Member::sends).toList();
      return load;
    } catch (CompletionException e) {
      load.close();
      throw new LoadFailure("not everybody could join: " + e.getCause(), e);
    }
  }

  private record Seat(Room room, int index) {}

  private static Stream<Seat> seats(Room room) {
    return IntStream.range(0, room.members()).mapToObj(index -> new Seat(room, index));
  }

  /** All of them at once; waits for all. */
  private void seat(List<Seat> seats) {
    List<CompletableFuture<Member>> joining =
        seats.stream().map(seat -> connect(seat, JOIN_TRIES)).toList();
    joining.forEach(
        each -> members.add(each.orTimeout(JOIN_LIMIT.toSeconds(), TimeUnit.SECONDS).join()));
  }

  /** A busy pod may answer 503, which means: again, a little later. */
  private CompletableFuture<Member> connect(Seat seat, int tries) {
    Room room = seat.room();
    Member member = new Member(this, room, seat.index());
    connector.open(room.address(seat.index()), room.token(seat.index()), member);
    Executor later =
        CompletableFuture.delayedExecutor(JOIN_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    return member.joined.exceptionallyCompose(
        failure ->
            tries == 1
                ? CompletableFuture.failedFuture(failure)
                : CompletableFuture.runAsync(() -> {}, later)
                    .thenCompose(waited -> connect(seat, tries - 1)));
  }

  /**
   * Sends at a pace, waits until everything has arrived everywhere, or half a minute, and tells.
   *
   * @param warm not measured
   * @param run the measured window; a {@link Pace.Count} has none
   */
  public Outcome run(Pace pace, Duration warm, Duration run) {
    return run(pace, warm, run, DRAIN_LIMIT);
  }

  Outcome run(Pace pace, Duration warm, Duration run, Duration drainLimit) {
    CompletableFuture<Outcome> ended =
        CompletableFuture.supplyAsync(() -> begin(pace, warm, run, drainLimit), loop)
            .thenCompose(begun -> begun.ended);
    return ended.join();
  }

  private Phase begin(Pace pace, Duration warm, Duration run, Duration drainLimit) {
    phase = new Phase(phase.id + 1, pace, warm, run);
    members.forEach(Member::beginPhase);
    switch (pace) {
      case Pace.Window(int window) -> sendEach(window);
      case Pace.Count(int count) -> sendEach(Math.min(count, Pace.Count.WINDOW));
      case Pace.Rate rate -> new Metronome(phase, rate, senders, loop).start();
    }
    awaitEnd(phase, drainLimit);
    return phase;
  }

  private void sendEach(int messages) {
    for (int i = 0; i < messages; i++) {
      senders.forEach(sender -> sender.send(phase, System.nanoTime()));
    }
  }

  private void awaitEnd(Phase current, Duration drainLimit) {
    long now = System.nanoTime();
    if (current.isSending(now) || !current.isDrained() && !current.isOver(now, drainLimit)) {
      var unused =
          loop.schedule(
              () -> awaitEnd(current, drainLimit), DRAIN_LOOK.toNanos(), TimeUnit.NANOSECONDS);
    } else {
      current.ended.complete(current.outcome());
    }
  }

  /** A member's connection ends without a word; its room goes on without it. */
  public void leave(Room room, int index) {
    onLoop(
        () -> {
          Member gone = member(room, index);
          gone.leave();
          members.remove(gone);
          present.merge(room.path(), -1, Integer::sum);
          return null;
        });
  }

  /** The last number of the room that this member has seen. */
  public long lastNumber(Room room, int index) {
    return onLoop(() -> member(room, index).lastNumber());
  }

  /**
   * Opens a socket that resumes after a number.
   *
   * @return how long it took from dialling until the last of the missed frames was there
   */
  public Duration resume(Room room, int index, long after, int missed) {
    Resumption resumption = new Resumption(after, missed);
    connector.open(
        URI.create(room.address(index) + "?after=" + after), room.token(index), resumption);
    return resumption.await();
  }

  private Member member(Room room, int index) {
    return members.stream()
        .filter(each -> each.room().path().equals(room.path()) && each.index() == index)
        .findFirst()
        .orElseThrow();
  }

  private <T> T onLoop(Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, loop).join();
  }

  int present(Room room) {
    return present.get(room.path());
  }

  Phase phase() {
    return phase;
  }

  Mark mark() {
    return mark;
  }

  /** The frame's bytes, until the next frame. */
  byte[] inbox(ByteBuf content) {
    content.getBytes(content.readerIndex(), inbox, 0, content.readableBytes());
    return inbox;
  }

  void closed() {
    phase.closed++;
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
