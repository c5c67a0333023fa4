package org.andon.room.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.andon.room.push.PushOutcome;

/** What becomes of pushes. */
@Startup
@ApplicationScoped
class PushMeters {
  private final Counter sent;
  private final Counter gone;
  private final Counter refused;
  private final Counter failed;
  private final Counter givenUp;

  PushMeters(MeterRegistry registry) {
    sent = counter(registry, "sent");
    gone = counter(registry, "gone");
    refused = counter(registry, "refused");
    failed = counter(registry, "failed");
    givenUp = counter(registry, "given_up");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("andon.pushes")
        .description("Notifications pushed to browsers, and what the push service said")
        .tag("outcome", outcome)
        .register(registry);
  }

  void count(PushOutcome outcome) {
    Counter counter =
        switch (outcome) {
          case PushOutcome.Sent it -> sent;
          case PushOutcome.Gone it -> gone;
          case PushOutcome.Refused it -> refused;
          case PushOutcome.Failed it -> failed;
        };
    counter.increment();
  }

  /** Too late, or too often. */
  void givenUp(int pushes) {
    givenUp.increment(pushes);
  }
}
