package org.andon.file.scan;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.andon.file.scan.ScanException.Infected;

/** How long the scanner takes, and what it finds. */
@Startup
@ApplicationScoped
class ScanMeters {
  private enum Verdict {
    CLEAN("clean"),
    INFECTED("infected"),
    AWAY("scanner_away");

    private final String outcome;

    Verdict(String outcome) {
      this.outcome = outcome;
    }
  }

  private final MeterRegistry registry;

  ScanMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Verdict verdict : Verdict.values()) {
      timer(verdict);
    }
  }

  void timed(Runnable scan) {
    Timer.Sample began = Timer.start(registry);
    Verdict verdict = Verdict.AWAY;
    try {
      scan.run();
      verdict = Verdict.CLEAN;
    } catch (Infected e) {
      verdict = Verdict.INFECTED;
      throw e;
    } finally {
      began.stop(timer(verdict));
    }
  }

  private Timer timer(Verdict verdict) {
    return Timer.builder("andon.scans")
        .description("Files looked at by the virus scanner")
        .tag("outcome", verdict.outcome)
        .register(registry);
  }
}
