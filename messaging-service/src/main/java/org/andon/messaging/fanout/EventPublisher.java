package org.andon.messaging.fanout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.message.CommitListener;
import org.andon.messaging.message.CommittedEvent;
import org.andon.messaging.room.RoomRegistry;

/**
 * Tells of committed events: this pod's own rooms at once, everybody else through Kafka. Nothing is
 * lost when Kafka does not take an event: its room becomes a backlog, from then on all its events
 * wait, so that they stay in order, and {@link RepublishSweeper} brings them.
 */
@ApplicationScoped
class EventPublisher implements CommitListener {
  private static final Duration STALLED_AFTER = Duration.ofSeconds(1);

  private final EventProducer kafka;
  private final RoomRegistry registry;
  private final Watermarks watermarks;
  private final int inFlightLimit;
  private final FanoutMeters meters;

  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile long lastProgress = System.nanoTime();
  private volatile long lastFailure = System.nanoTime() - STALLED_AFTER.toNanos();

  /** Rooms with events that were not sent, and the last such number. */
  private final Map<UUID, Long> backlog = new ConcurrentHashMap<>();

  EventPublisher(
      EventProducer kafka,
      RoomRegistry registry,
      Watermarks watermarks,
      MessagingConfig config,
      FanoutMeters meters) {
    this.kafka = kafka;
    this.registry = registry;
    this.watermarks = watermarks;
    this.inFlightLimit = config.publishing().inFlight();
    this.meters = meters;
    meters.watchPublisher(backlog::size, inFlight::get);
  }

  @Override
  public void committed(List<CommittedEvent> events, Map<UUID, Long> publishedBefore) {
    long now = System.currentTimeMillis();
    for (CommittedEvent event : events) {
      watermarks.wrote(event.roomId(), event.sequenceNumber(), publishedBefore.get(event.roomId()));
      registry.offer(event.roomId(), event.frame().committedAt(now));
      if (mustWait(event)) {
        postpone(event);
      } else {
        CompletableFuture<Void> unused =
            send(event)
                .exceptionally(
                    failure -> {
                      postpone(event);
                      return null;
                    });
      }
    }
  }

  private boolean mustWait(CommittedEvent event) {
    return backlog.containsKey(event.roomId()) || inFlight.get() >= inFlightLimit || stalled();
  }

  private void postpone(CommittedEvent event) {
    backlog.merge(event.roomId(), event.sequenceNumber(), Math::max);
  }

  /** Kafka has just refused an event, or has acknowledged none of those under way for a while. */
  boolean stalled() {
    long now = System.nanoTime();
    return now - lastFailure < STALLED_AFTER.toNanos()
        || (inFlight.get() > 0 && now - lastProgress > STALLED_AFTER.toNanos());
  }

  /** Completes when Kafka has acknowledged the event. */
  CompletableFuture<Void> send(CommittedEvent event) {
    if (inFlight.getAndIncrement() == 0) {
      lastProgress = System.nanoTime();
    }
    return kafka
        .send(event)
        .whenComplete(
            (acknowledged, failure) -> {
              inFlight.decrementAndGet();
              if (failure == null) {
                lastProgress = System.nanoTime();
                meters.published();
              } else {
                lastFailure = System.nanoTime();
              }
            });
  }

  /** The rooms that the sweeper should bring up to date. */
  Set<UUID> backlog() {
    return Set.copyOf(backlog.keySet());
  }

  /** A room is in order again, unless something newer had to wait meanwhile. */
  void caughtUp(UUID roomId, long publishedSequence) {
    backlog.computeIfPresent(roomId, (id, last) -> last <= publishedSequence ? null : last);
  }
}
