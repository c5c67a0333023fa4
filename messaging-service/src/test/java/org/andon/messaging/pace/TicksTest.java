package org.andon.messaging.pace;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TicksTest {
  private static final Duration OFTEN = Duration.ofMillis(5);

  private final Ticks ticks = new Ticks("test", 1);
  private final AtomicInteger turns = new AtomicInteger();

  @AfterEach
  void stop() {
    ticks.stop();
  }

  @Test
  void a_task_that_throws_has_its_next_turn() {
    ticks.every(
        OFTEN,
        () -> {
          turns.incrementAndGet();
          throw new IllegalStateException("one turn");
        });

    await().until(() -> turns.get() >= 3);
  }

  @Test
  void a_task_that_has_run_out_of_memory_has_its_next_turn() {
    ticks.every(
        OFTEN,
        () -> {
          turns.incrementAndGet();
          throw new OutOfMemoryError("one turn");
        });

    await().until(() -> turns.get() >= 3);
  }
}
