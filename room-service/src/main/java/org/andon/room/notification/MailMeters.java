package org.andon.room.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** What becomes of mails. */
@Startup
@ApplicationScoped
class MailMeters {
  private final Counter sent;
  private final Counter failed;

  MailMeters(MeterRegistry registry) {
    sent = counter(registry, "sent");
    failed = counter(registry, "failed");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("andon.mails")
        .description("Mails about notifications, and what the mail server said")
        .tag("outcome", outcome)
        .register(registry);
  }

  void sent() {
    sent.increment();
  }

  void failed() {
    failed.increment();
  }
}
