package org.andon.messaging.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who has a feed open on this pod, and which rooms they are members of. */
final class Audience {
  private final Map<String, FeedUser> users = new HashMap<>();
  private final Map<UUID, Set<FeedUser>> rooms = new ConcurrentHashMap<>();

  synchronized FeedUser join(FeedSubscriber subscriber) {
    FeedUser user = users.computeIfAbsent(subscriber.userId(), FeedUser::new);
    user.subscribers().add(subscriber);
    return user;
  }

  synchronized void leave(FeedSubscriber subscriber) {
    FeedUser user = users.get(subscriber.userId());
    if (user != null && user.subscribers().remove(subscriber) && user.subscribers().isEmpty()) {
      users.remove(user.userId());
      user.rooms().forEach(roomId -> unlist(roomId, user));
    }
  }

  /** The rooms are the user's too, if the feed is still open. */
  synchronized void add(FeedUser user, Collection<UUID> roomIds) {
    if (users.get(user.userId()) == user) {
      for (UUID roomId : roomIds) {
        user.rooms().add(roomId);
        rooms.computeIfAbsent(roomId, id -> ConcurrentHashMap.newKeySet()).add(user);
      }
    }
  }

  synchronized void remove(FeedUser user, UUID roomId) {
    if (user.rooms().remove(roomId)) {
      unlist(roomId, user);
      user.forget(roomId);
    }
  }

  private void unlist(UUID roomId, FeedUser user) {
    rooms.computeIfPresent(
        roomId, (id, members) -> members.remove(user) && members.isEmpty() ? null : members);
  }

  synchronized Optional<FeedUser> user(String userId) {
    return Optional.ofNullable(users.get(userId));
  }

  synchronized List<FeedUser> admins() {
    return users.values().stream().filter(FeedUser::admin).toList();
  }

  boolean listensTo(UUID roomId) {
    return rooms.containsKey(roomId);
  }

  List<FeedUser> of(UUID roomId) {
    return List.copyOf(rooms.getOrDefault(roomId, Set.of()));
  }
}
