package org.andon.messaging.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The rooms that sessions of this pod listen to. */
@ApplicationScoped
public class RoomRegistry {
  private final Map<UUID, LiveRoom> rooms = new ConcurrentHashMap<>();

  /**
   * Adds a subscriber to a room.
   *
   * @param lastSequence reads the room's last committed number; asked after the room began to
   *     listen, so that no frame falls between
   * @return the number after which the subscriber gets every frame
   */
  public long join(UUID roomId, Subscriber subscriber, LongSupplier lastSequence) {
    while (true) {
      LiveRoom room = rooms.computeIfAbsent(roomId, id -> new LiveRoom());
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

  /** Does something with each subscriber of a room. */
  public void each(UUID roomId, Consumer<Subscriber> action) {
    LiveRoom room = rooms.get(roomId);
    if (room != null) {
      room.each(action);
    }
  }

  void changed(RoomSnapshot snapshot) {
    each(snapshot.roomId(), subscriber -> subscriber.roomChanged(snapshot));
  }

  /** How far each live room has been delivered. */
  public Map<UUID, Long> delivered() {
    Map<UUID, Long> numbers = new HashMap<>();
    rooms.forEach((id, room) -> room.delivered().ifPresent(number -> numbers.put(id, number)));
    return numbers;
  }
}
