package org.andon.outbox;

import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether events are still being published; a publisher that is stuck is helped by a new pod. */
@Liveness
class PublisherTurns implements HealthCheck {
  private final OutboxPublisher publisher;
  private final OutboxConfig config;

  PublisherTurns(OutboxPublisher publisher, OutboxConfig config) {
    this.publisher = publisher;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    Duration since = publisher.sinceTurned();
    return HealthCheckResponse.named("outbox-publisher")
        .status(since.compareTo(config.stuckAfter()) <= 0)
        .withData("seconds_since_last_turn", since.toSeconds())
        .build();
  }
}
