package org.andon.e2e.faults;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.andon.e2e.faults.Api.Answer;

/** Asks every service whether it is ready, as Kubernetes does. */
final class ReadinessWatch implements Participant {
  private static final Duration BETWEEN = Duration.ofMillis(250);

  private final List<URI> services;
  private final Observations observations;

  ReadinessWatch(List<URI> services, Observations observations) {
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
    for (URI service : services) {
      answer = new Api(service).get("/q/health/ready");
      if (!answer.ok()) {
        return answer;
      }
    }
    return answer;
  }
}
