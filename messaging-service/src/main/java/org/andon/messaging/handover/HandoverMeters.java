package org.andon.messaging.handover;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether shifts take over from each other. */
@Startup
@ApplicationScoped
class HandoverMeters {
  private volatile double overdue = Double.NaN;

  HandoverMeters(MeterRegistry registry) {
    Gauge.builder("andon.handovers.overdue", this, meters -> meters.overdue)
        .description(
            "Handovers of the last day that nobody has acknowledged in time; every pod tells of"
                + " all")
        .register(registry);
  }

  void overdue(long handovers) {
    overdue = handovers;
  }

  /** No number is better than an old one. */
  void overdueUnknown() {
    overdue = Double.NaN;
  }
}
