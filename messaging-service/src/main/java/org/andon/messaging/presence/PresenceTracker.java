package org.andon.messaging.presence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who is in which room on which pods. A user is online while at least one pod has a socket of
 * theirs.
 */
final class PresenceTracker {
  private final Map<UUID, Map<String, Seen>> rooms = new HashMap<>();

  private record Seen(String displayName, Set<String> pods) {}

  /** A user in a room. */
  record Place(UUID roomId, OnlineUser user) {}

  /** True if the user was in the room on no pod before. */
  synchronized boolean arrived(UUID roomId, OnlineUser user, String pod) {
    Map<String, Seen> users = rooms.computeIfAbsent(roomId, id -> new TreeMap<>());
    Seen seen =
        users.computeIfAbsent(user.userId(), id -> new Seen(user.displayName(), new HashSet<>()));
    boolean first = seen.pods().isEmpty();
    seen.pods().add(pod);
    return first;
  }

  /** True if the user was in the room, and now is on no pod any more. */
  synchronized boolean left(UUID roomId, String userId, String pod) {
    Map<String, Seen> users = rooms.getOrDefault(roomId, Map.of());
    Seen seen = users.get(userId);
    if (seen == null || !seen.pods().remove(pod) || !seen.pods().isEmpty()) {
      return false;
    }
    users.remove(userId);
    if (users.isEmpty()) {
      rooms.remove(roomId);
    }
    return true;
  }

  /** Takes a pod's users away; returns those who are online nowhere else. */
  synchronized List<Place> podGone(String pod) {
    List<Place> gone = new ArrayList<>();
    for (Place place : on(pod)) {
      if (left(place.roomId(), place.user().userId(), pod)) {
        gone.add(place);
      }
    }
    return gone;
  }

  /** Everybody who has a socket on a pod. */
  synchronized List<Place> on(String pod) {
    List<Place> places = new ArrayList<>();
    rooms.forEach(
        (roomId, users) ->
            users.forEach(
                (userId, seen) -> {
                  if (seen.pods().contains(pod)) {
                    places.add(new Place(roomId, new OnlineUser(userId, seen.displayName())));
                  }
                }));
    return places;
  }

  /** Everybody in a room, by user id. */
  synchronized List<OnlineUser> online(UUID roomId) {
    return rooms.getOrDefault(roomId, Map.of()).entrySet().stream()
        .map(entry -> new OnlineUser(entry.getKey(), entry.getValue().displayName()))
        .sorted(Comparator.comparing(OnlineUser::userId))
        .toList();
  }
}
