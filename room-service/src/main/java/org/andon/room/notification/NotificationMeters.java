package org.andon.room.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.andon.room.notification.Notifier.Told;

/** What people are told of. */
@Startup
@ApplicationScoped
class NotificationMeters {
  private final Map<Kind, Counter> told = new EnumMap<>(Kind.class);

  NotificationMeters(MeterRegistry registry) {
    for (Kind kind : Kind.values()) {
      told.put(
          kind,
          Counter.builder("andon.notifications")
              .description("Notifications, one for each person who is told")
              .tag("kind", kind.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  void told(@Observes(during = TransactionPhase.AFTER_SUCCESS) Told news) {
    told.get(news.kind()).increment(news.notificationIds().size());
  }
}
