package org.andon.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether the feed still turns; one that is stuck is helped by a new pod alone. */
@Liveness
@ApplicationScoped
class RevocationsHeard implements HealthCheck {
  private final RevocationFeed feed;
  private final SessionConfig config;

  RevocationsHeard(RevocationFeed feed, SessionConfig config) {
    this.feed = feed;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("session-revocations")
        .status(feed.sinceTurned().compareTo(config.stuckAfter()) <= 0)
        .build();
  }
}
