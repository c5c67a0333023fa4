package org.andon.messaging.feed;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.andon.messaging.reading.UnreadRoom;

/** Somebody with open feeds on this pod, and what all of them have been told. */
final class FeedUser {
  private final String userId;
  private final Set<FeedSubscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final Map<UUID, UnreadRoom> told = new ConcurrentHashMap<>();

  private final Set<UUID> rooms = ConcurrentHashMap.newKeySet();

  FeedUser(String userId) {
    this.userId = userId;
  }

  String userId() {
    return userId;
  }

  Set<FeedSubscriber> subscribers() {
    return subscribers;
  }

  /** The rooms the user is a member of, as far as is known; changed by the audience. */
  Set<UUID> rooms() {
    return rooms;
  }

  boolean isIn(UUID roomId) {
    return rooms.contains(roomId);
  }

  boolean admin() {
    return subscribers.stream().anyMatch(FeedSubscriber::admin);
  }

  void send(byte[] json) {
    subscribers.forEach(subscriber -> subscriber.send(json));
  }

  /** Remembers the figures; whether they differ from what was told before. */
  boolean isNews(UnreadRoom room) {
    UnreadRoom before = told.put(room.roomId(), room);
    return before == null
        || before.unread() != room.unread()
        || before.mentions() != room.mentions();
  }

  /** Another message in the room makes no difference to a figure that says "so many, or more". */
  boolean toldOf(UUID roomId, int limit) {
    UnreadRoom before = told.get(roomId);
    return before != null && before.unread() >= limit;
  }

  void forget(UUID roomId) {
    told.remove(roomId);
  }
}
