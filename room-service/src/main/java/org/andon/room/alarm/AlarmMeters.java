package org.andon.room.alarm;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What becomes of records on the topic of alarms. */
@Startup
@ApplicationScoped
class AlarmMeters {
  private final Map<Outcome, Counter> heard = new EnumMap<>(Outcome.class);

  AlarmMeters(MeterRegistry registry) {
    for (Outcome outcome : Outcome.values()) {
      heard.put(
          outcome,
          Counter.builder("andon.alarms")
              .description("Records of plant.alarms.v1, by what has become of them")
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  void heard(Outcome outcome) {
    heard.get(outcome).increment();
  }
}
