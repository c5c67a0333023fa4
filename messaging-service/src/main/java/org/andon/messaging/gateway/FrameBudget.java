package org.andon.messaging.gateway;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;

/** How many frames a client may send. */
final class FrameBudget {
  private FrameBudget() {}

  /** For one event loop alone. */
  static Bucket of(int framesPerSecond, int burst) {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(burst).refillGreedy(framesPerSecond, Duration.ofSeconds(1)))
        .withSynchronizationStrategy(SynchronizationStrategy.NONE)
        .build();
  }
}
