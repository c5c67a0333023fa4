package org.andon.messaging.fanout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** How well events get from pod to pod. */
@Startup
@ApplicationScoped
class FanoutMeters {
  private final MeterRegistry registry;
  private final Counter published;
  private final Counter republished;
  private final Counter filled;
  private final Counter foreign;

  FanoutMeters(MeterRegistry registry) {
    this.registry = registry;
    published = counter("andon.events.published", "Events acknowledged by Kafka");
    republished =
        counter(
            "andon.events.republished", "Events that were overdue on Kafka, and are there by now");
    filled =
        counter(
            "andon.gap.fills", "Events read from the database because Kafka did not bring them");
    foreign = counter("andon.events.foreign", "Records on our topic that are no events of ours");
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  void watchPublisher(Supplier<Number> waitingRooms, Supplier<Number> inFlight) {
    Gauge.builder("andon.events.backlog.rooms", waitingRooms)
        .description("Rooms whose events wait for Kafka")
        .register(registry);
    Gauge.builder("andon.events.inflight", inFlight)
        .description("Events on their way to Kafka")
        .register(registry);
  }

  void published() {
    published.increment();
  }

  void republished(long events) {
    republished.increment(events);
  }

  void filled(int events) {
    filled.increment(events);
  }

  void foreignRecord() {
    foreign.increment();
  }
}
