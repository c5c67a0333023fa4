package org.andon.messaging.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.andon.messaging.operation.Refused.Code;

/** What goes through this pod's sockets. */
@Startup
@ApplicationScoped
class SocketMeters {
  /** Of a frame that was not read: too large, one too many, or not as the protocol says. */
  private static final String UNREAD = "unread";

  private static final String DONE = "done";

  private final MeterRegistry registry;

  /** More than a million a second: an addition for each batch of a member, and nothing else. */
  private final LongAdder deliveries = new LongAdder();

  private final Map<Handled, Counter> handled = new ConcurrentHashMap<>();

  private record Handled(String type, String outcome) {}

  SocketMeters(MeterRegistry registry) {
    this.registry = registry;
    FunctionCounter.builder("andon.deliveries", deliveries, LongAdder::sum)
        .description("Durable frames written to sockets")
        .register(registry);
    // All of them from the start: Prometheus sees no increase in what begins with one.
    for (CloseCode code : CloseCode.values()) {
      closes(code);
    }
    for (UpgradeRefusal refusal : UpgradeRefusal.values()) {
      refusals(refusal);
    }
  }

  void watch(String kind, Supplier<Number> open) {
    Gauge.builder("andon.sockets", open)
        .description("Open WebSocket connections: of rooms, and of users' feeds")
        .tag("kind", kind)
        .register(registry);
  }

  void delivered(int frames) {
    deliveries.add(frames);
  }

  void closed(CloseCode code) {
    closes(code).increment();
  }

  private Counter closes(CloseCode code) {
    return Counter.builder("andon.sockets.closed")
        .description("Sockets closed by this service, by the protocol's code")
        .tag("code", String.valueOf(code.code()))
        .tag("reason", name(code))
        .register(registry);
  }

  void refused(UpgradeRefusal why) {
    refusals(why).increment();
  }

  private Counter refusals(UpgradeRefusal why) {
    return Counter.builder("andon.upgrades.refused")
        .description("Sockets that were not opened")
        .tag("reason", name(why))
        .register(registry);
  }

  void done(ClientFrame frame) {
    count(frame.type(), DONE);
  }

  void refused(ClientFrame frame, Code why) {
    count(frame.type(), why.wireName());
  }

  void refusedUnread(Code why) {
    count(UNREAD, why.wireName());
  }

  private void count(String type, String outcome) {
    handled.computeIfAbsent(new Handled(type, outcome), this::frames).increment();
  }

  private Counter frames(Handled what) {
    return Counter.builder("andon.frames")
        .description("Frames of clients, by type and what became of them")
        .tag("type", what.type())
        .tag("outcome", what.outcome())
        .register(registry);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
