package org.andon.messaging.operation;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;

/**
 * How many frames somebody may send: so many at once after a silence, so many a second lastingly.
 */
public final class Budgets {
  private Budgets() {}

  /** For one thread alone: it costs a member little. */
  public static Bucket confined(int framesPerSecond, int burst) {
    return builder(framesPerSecond, burst)
        .withSynchronizationStrategy(SynchronizationStrategy.NONE)
        .build();
  }

  static Bucket shared(int framesPerSecond, int burst) {
    return builder(framesPerSecond, burst).build();
  }

  private static LocalBucketBuilder builder(int framesPerSecond, int burst) {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(burst).refillGreedy(framesPerSecond, Duration.ofSeconds(1)));
  }
}
