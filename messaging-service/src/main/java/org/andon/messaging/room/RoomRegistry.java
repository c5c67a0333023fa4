package org.andon.messaging.room;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.wire.TextFrames;

/** The rooms that sessions of this pod listen to. */
@ApplicationScoped
public class RoomRegistry {
  private static final Runnable NOTHING = () -> {};

  private final Map<UUID, LiveRoom> rooms = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("room-gather").factory());
  private final Duration gather;
  private final RoomMeters meters;

  @Inject
  RoomRegistry(MessagingConfig config, RoomMeters meters) {
    this(config.socket().gather(), meters);
  }

  RoomRegistry(Duration gather, RoomMeters meters) {
    this.gather = gather;
    this.meters = meters;
    meters.watch(rooms);
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }

  /**
   * Adds a subscriber to a room.
   *
   * @param lastSequence reads the room's last committed number; asked after the room began to
   *     listen, so that no frame falls between
   * @return the number after which the subscriber gets every frame
   */
  public long join(UUID roomId, Subscriber subscriber, LongSupplier lastSequence) {
    while (true) {
      LiveRoom room = rooms.computeIfAbsent(roomId, id -> new LiveRoom(id, timer, gather, meters));
      try {
        if (!room.started()) {
          room.startAt(lastSequence.getAsLong());
        }
      } catch (RuntimeException e) {
        leave(roomId, subscriber);
        throw e;
      }
      OptionalLong delivered = room.add(subscriber);
      if (delivered.isPresent()) {
        return delivered.getAsLong();
      }
    }
  }

  public void leave(UUID roomId, Subscriber subscriber) {
    rooms.computeIfPresent(roomId, (id, room) -> room.removeAndRetire(subscriber) ? null : room);
  }

  /** Whether anybody on this pod listens. */
  public boolean isLive(UUID roomId) {
    return rooms.containsKey(roomId);
  }

  /** Takes a committed frame, from wherever: early, late and repeated ones are put right. */
  public void offer(UUID roomId, Frame frame) {
    LiveRoom room = rooms.get(roomId);
    if (room != null) {
      room.offer(frame);
    }
  }

  /**
   * Sends a frame that may be lost to a room's subscribers.
   *
   * @param json UTF-8
   * @param exceptUserId who does not get it; null for nobody
   */
  public void inform(UUID roomId, EphemeralKind kind, byte[] json, String exceptUserId) {
    LiveRoom room = rooms.get(roomId);
    if (room != null) {
      TextFrames frame = TextFrames.of(json);
      room.tell(
          subscriber -> {
            if (!subscriber.userId().equals(exceptUserId) && !subscriber.inform(frame)) {
              meters.dropped(kind);
            }
          },
          frame::release);
    }
  }

  void changed(RoomSnapshot snapshot) {
    LiveRoom room = rooms.get(snapshot.roomId());
    if (room != null) {
      room.tell(subscriber -> subscriber.roomChanged(snapshot), NOTHING);
    }
  }

  /** How far each live room has been delivered. */
  public Map<UUID, Long> delivered() {
    Map<UUID, Long> numbers = new HashMap<>();
    rooms.forEach((id, room) -> room.delivered().ifPresent(number -> numbers.put(id, number)));
    return numbers;
  }
}
