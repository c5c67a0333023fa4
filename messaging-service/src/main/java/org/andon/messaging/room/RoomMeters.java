package org.andon.messaging.room;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.trace.Traces;

/** What rooms cost and how late they are. Counted once for a room's batch, never for a member. */
@Startup
@ApplicationScoped
class RoomMeters {
  private final MeterRegistry registry;
  private final Traces traces;
  private final Timer delivery;
  private final Timer projection;
  private final Counter reordered;
  private final Map<EphemeralKind, Counter> dropped = new EnumMap<>(EphemeralKind.class);

  RoomMeters(MeterRegistry registry, Traces traces) {
    this.traces = traces;
    this.registry = registry;
    this.delivery =
        Timer.builder("andon.delivery")
            .description(
                "From the commit of a batch's oldest event until it is written to all sockets of"
                    + " its room on this pod")
            .register(registry);
    this.projection =
        Timer.builder("andon.projection.delay")
            .description("From a room's change on Kafka until this pod acts on it")
            .register(registry);
    this.reordered =
        Counter.builder("andon.reorder.waits")
            .description("Events that came before an earlier one of their room, and waited for it")
            .register(registry);
    for (EphemeralKind kind : EphemeralKind.values()) {
      dropped.put(kind, drops(kind));
    }
  }

  private Counter drops(EphemeralKind kind) {
    return Counter.builder("andon.frames.dropped")
        .description("Frames that a slow client was spared, by what they tell of")
        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  void watch(Map<?, ?> liveRooms) {
    Gauge.builder("andon.rooms.live", liveRooms, Map::size)
        .description("Rooms that somebody on this pod listens to")
        .register(registry);
  }

  /** Times are by the clock of the pod that committed. */
  void delivered(UUID roomId, FrameBatch batch) {
    delivery.record(since(batch.frames().getFirst().committedAt()));
    for (Frame frame : batch.frames()) {
      traces.delivered(frame.origin(), roomId, frame.sequenceNumber(), frame.committedAt());
    }
  }

  /**
   * @param changedAt in milliseconds since 1970, by Kafka's record
   */
  void projected(long changedAt) {
    projection.record(since(changedAt));
  }

  void dropped(EphemeralKind kind) {
    dropped.get(kind).increment();
  }

  void reordered() {
    reordered.increment();
  }

  /** Two pods' clocks may differ: nothing takes less than no time. */
  private static Duration since(long epochMillis) {
    return Duration.ofMillis(Math.max(0, System.currentTimeMillis() - epochMillis));
  }
}
