package org.andon.messaging.handover;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether shifts take over from each other. */
@Startup
@ApplicationScoped
class HandoverMeters {
  private final Counter made;
  private final Counter acknowledged;
  private volatile double overdue = Double.NaN;

  HandoverMeters(MeterRegistry registry) {
    made = counter(registry, "made");
    acknowledged = counter(registry, "acknowledged");
    Gauge.builder("andon.handovers.overdue", this, meters -> meters.overdue)
        .description(
            "Handovers of the last day that nobody has acknowledged in time; every pod tells of"
                + " all")
        .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("andon.handovers")
        .description("Handovers that were made, and that somebody was the first to acknowledge")
        .tag("outcome", outcome)
        .register(registry);
  }

  void made(int handovers) {
    made.increment(handovers);
  }

  void acknowledged() {
    acknowledged.increment();
  }

  void overdue(long handovers) {
    overdue = handovers;
  }

  /** No number is better than an old one. */
  void overdueUnknown() {
    overdue = Double.NaN;
  }
}
