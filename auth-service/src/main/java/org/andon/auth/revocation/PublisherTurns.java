package org.andon.auth.revocation;

import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether revocations are still being published: without that, ended sessions live on elsewhere.
 */
@Liveness
class PublisherTurns implements HealthCheck {

  private final RevocationPublisher publisher;
  private final RevocationConfig config;
  private final Clock clock;

  PublisherTurns(RevocationPublisher publisher, RevocationConfig config, Clock clock) {
    this.publisher = publisher;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    var since = Duration.between(publisher.lastTurn(), clock.instant());
    return HealthCheckResponse.named("revocation-publisher")
        .status(since.compareTo(config.stuckAfter()) < 0)
        .withData("seconds_since_last_turn", since.toSeconds())
        .build();
  }
}
