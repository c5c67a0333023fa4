package org.andon.outbox;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events reach Kafka. */
@ConfigMapping(prefix = "andon.outbox")
interface OutboxConfig {
  /** How long an event may wait at most when the pod that wrote it died before sending. */
  @WithDefault("1s")
  Duration sweepInterval();

  /** Events sent in one go, so that some count as published now and then after Kafka was away. */
  @WithDefault("500")
  int batchSize();

  /**
   * How large the events sent in one go may be together; one may pass it, which is less than a
   * megabyte. Bounds memory, and stays well within the producer's buffer of 32 MB.
   */
  @WithDefault("8M")
  MemorySize batchBytes();

  /**
   * How long one attempt may take before it is given up and tried anew; must stay below the
   * transaction timeout, because what is sent stays reserved for this pod meanwhile.
   */
  @WithDefault("10s")
  Duration deliveryTimeout();

  /**
   * After how long without a turn the publisher counts as stuck, and the pod as dead. Longer than
   * one turn takes while the database or Kafka is away: each gives up within a minute.
   */
  @WithDefault("2m")
  Duration stuckAfter();
}
