package org.andon.messaging.pace;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PacedTaskTest {
  @Test
  void a_task_that_has_run_out_of_memory_is_done_again_when_there_is_more_to_do() throws Exception {
    AtomicInteger turns = new AtomicInteger();
    PacedTask task =
        new PacedTask(
            "test",
            () -> {
              if (turns.incrementAndGet() == 1) {
                throw new OutOfMemoryError("one turn");
              }
              return Duration.ZERO;
            });
    task.start();

    task.nudge();
    await().until(() -> turns.get() == 1);
    task.nudge();

    await().until(() -> turns.get() == 2);
    task.stop(Duration.ofSeconds(5));
  }
}
