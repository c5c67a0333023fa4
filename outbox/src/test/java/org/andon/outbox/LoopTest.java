package org.andon.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
  private static final Duration LONG = Duration.ofMillis(500);

  private Loop loop;

  private Loop start(Loop.Round round) {
    loop = new Loop("work", Thread.ofVirtual(), round);
    loop.start();
    return loop;
  }

  @AfterEach
  void stop() {
    loop.stop();
  }

  @Test
  void a_round_that_ends_in_an_error_is_followed_by_the_next() {
    AtomicInteger rounds = new AtomicInteger();

    start(
        turning -> {
          if (rounds.incrementAndGet() == 1) {
            throw new OutOfMemoryError("in a test");
          }
          turning.stop();
        });

    await().untilAsserted(() -> assertThat(rounds).hasValue(2));
  }

  @Test
  void a_loop_that_hangs_is_seen_until_it_turns_again() {
    CountDownLatch hanging = new CountDownLatch(1);

    start(turning -> hanging.await());

    await().until(() -> loop.sinceTurned().compareTo(LONG) > 0);
    hanging.countDown();
    await().until(() -> loop.sinceTurned().compareTo(LONG) < 0);
  }

  @Test
  void a_loop_that_has_ended_turns_no_more() throws InterruptedException {
    assertThat(start(Loop::stop).join(Duration.ofSeconds(5))).isTrue();

    await().until(() -> loop.sinceTurned().compareTo(LONG) > 0);
  }
}
