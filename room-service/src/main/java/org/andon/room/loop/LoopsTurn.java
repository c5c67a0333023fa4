package org.andon.room.loop;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Whether every loop still turns; one that is stuck is helped by a new pod alone. */
@Liveness
@ApplicationScoped
class LoopsTurn implements HealthCheck {
  private final Loops loops;
  private final LoopConfig config;

  LoopsTurn(Loops loops, LoopConfig config) {
    this.loops = loops;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("loops").up();
    loops
        .byName()
        .forEach(
            (name, loop) -> {
              boolean turns = loop.sinceTurned().compareTo(config.stuckAfter()) <= 0;
              answer.withData(name, turns ? "turns" : "stuck");
              if (!turns) {
                answer.down();
              }
            });
    return answer.build();
  }
}
