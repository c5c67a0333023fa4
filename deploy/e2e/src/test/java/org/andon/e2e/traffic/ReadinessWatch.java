package org.andon.e2e.traffic;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.andon.e2e.traffic.Api.Answer;

/** Asks every service whether it is ready, as Kubernetes does. */
final class ReadinessWatch implements Participant {
  private static final Duration BETWEEN = Duration.ofMillis(250);

  private final Supplier<List<URI>> services;
  private final Observations observations;

  ReadinessWatch(Supplier<List<URI>> services, Observations observations) {
    this.services = services;
    this.observations = observations;
  }

  @Override
  public void act() throws InterruptedException {
    observations.of(Activity.READINESS, this::firstProblem);
    Pace.pause(BETWEEN);
  }

  private Answer firstProblem() {
    Answer answer = null;
    for (URI service : services.get()) {
      answer = new Api(service).get("/q/health/ready");
      if (!answer.ok()) {
        return answer;
      }
    }
    return answer;
  }
}
