package org.andon.room.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
  private final Loops loops = new Loops();
  private final LoopsTurn liveness = new LoopsTurn(loops, () -> Duration.ofSeconds(1));

  @AfterEach
  void stop() {
    loops.byName().values().forEach(Loop::stop);
  }

  @Test
  void a_round_that_ends_in_an_error_is_followed_by_the_next() {
    AtomicInteger rounds = new AtomicInteger();

    loops.start(
        "work",
        Thread.ofVirtual(),
        loop -> {
          if (rounds.incrementAndGet() == 1) {
            throw new OutOfMemoryError("in a test");
          }
          loop.stop();
        });

    await().untilAsserted(() -> assertThat(rounds).hasValue(2));
  }

  @Test
  void a_loop_that_hangs_is_told_until_it_turns_again() {
    CountDownLatch hanging = new CountDownLatch(1);

    loops.start("work", Thread.ofVirtual(), loop -> hanging.await());

    assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
    await().until(() -> liveness.call().getStatus() == Status.DOWN);
    hanging.countDown();
    await().until(() -> liveness.call().getStatus() == Status.UP);
  }

  @Test
  void a_loop_that_has_ended_is_told() throws InterruptedException {
    Loop loop = loops.start("work", Thread.ofVirtual(), Loop::stop);

    assertThat(loop.join(Duration.ofSeconds(5))).isTrue();

    await().until(() -> liveness.call().getStatus() == Status.DOWN);
  }
}
