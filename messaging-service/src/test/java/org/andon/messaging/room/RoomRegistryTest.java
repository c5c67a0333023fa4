package org.andon.messaging.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.andon.messaging.trace.Traces;
import org.andon.messaging.wire.TextFrames;
import org.junit.jupiter.api.Test;

class RoomRegistryTest {
  private final RoomRegistry registry =
      new RoomRegistry(
          Duration.ZERO,
          new RoomMeters(new SimpleMeterRegistry(), new Traces(OpenTelemetry.noop())));
  private final UUID room = UUID.randomUUID();

  private static final class Listener implements Subscriber {
    private final List<Long> delivered = new CopyOnWriteArrayList<>();

    @Override
    public String userId() {
      return "somebody@plant.example";
    }

    @Override
    public Executor executor() {
      return Runnable::run;
    }

    @Override
    public void deliver(FrameBatch frames) {
      frames.frames().forEach(frame -> delivered.add(frame.sequenceNumber()));
    }

    @Override
    public boolean inform(TextFrames frame) {
      return true;
    }

    @Override
    public void roomChanged(RoomSnapshot snapshot) {}
  }

  private static Frame frame(long number) {
    return new Frame(number, 0, "{}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_is_committed_while_the_database_is_asked_is_neither_lost_nor_doubled() {
    Listener listener = new Listener();

    long from =
        registry.join(
            room,
            listener,
            () -> {
              registry.offer(room, frame(7));
              registry.offer(room, frame(8));
              return 7;
            });
    registry.offer(room, frame(9));

    assertThat(from).isEqualTo(8);
    assertThat(listener.delivered).containsExactly(9L);
  }

  @Test
  void a_second_subscriber_begins_where_the_room_stands() {
    registry.join(room, new Listener(), () -> 3);
    registry.offer(room, frame(4));

    Listener second = new Listener();
    long from =
        registry.join(
            room,
            second,
            () -> {
              throw new AssertionError("the database need not be asked again");
            });

    assertThat(from).isEqualTo(4);
  }

  @Test
  void a_room_that_everybody_has_left_is_forgotten() {
    Listener listener = new Listener();
    registry.join(room, listener, () -> 3);

    registry.leave(room, listener);
    registry.offer(room, frame(4));

    assertThat(registry.isLive(room)).isFalse();
    assertThat(listener.delivered).isEmpty();
    assertThat(registry.join(room, listener, () -> 9)).isEqualTo(9);
  }

  @Test
  void a_room_whose_number_cannot_be_read_stays_unknown() {
    Listener listener = new Listener();

    assertThatThrownBy(
            () ->
                registry.join(
                    room,
                    listener,
                    () -> {
                      throw new IllegalStateException("the database is away");
                    }))
        .hasMessage("the database is away");

    assertThat(registry.isLive(room)).isFalse();
  }

  @Test
  void coming_and_going_at_once_never_loses_a_frame() throws InterruptedException {
    AtomicLong committed = new AtomicLong();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < 20_000; i++) {
                    registry.offer(room, frame(committed.incrementAndGet()));
                  }
                });

    while (writer.isAlive()) {
      Listener listener = new Listener();
      long from = registry.join(room, listener, committed::get);
      Thread.onSpinWait();
      registry.leave(room, listener);
      List<Long> got = List.copyOf(listener.delivered);
      for (int i = 0; i < got.size(); i++) {
        assertThat(got.get(i)).isEqualTo(from + 1 + i);
      }
    }
    writer.join();
  }
}
