package org.andon.messaging.presence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.andon.messaging.presence.PodPlaces.Digest;

/**
 * Who is in which room on which pods. A user is online while at least one pod has a socket of
 * theirs.
 */
final class PresenceTracker {
  private final Map<UUID, Map<String, Seen>> rooms = new HashMap<>();
  private final Map<String, PodPlaces> pods = new HashMap<>();

  private record Seen(Place place, Set<String> pods) {}

  /** True if the user was in the room on no pod before. */
  synchronized boolean arrived(String pod, Place place) {
    if (!pods.computeIfAbsent(pod, name -> new PodPlaces()).add(place)) {
      return false;
    }
    Seen seen =
        rooms
            .computeIfAbsent(place.roomId(), id -> new TreeMap<>())
            .computeIfAbsent(place.user().userId(), id -> new Seen(place, new HashSet<>()));
    seen.pods().add(pod);
    return seen.pods().size() == 1;
  }

  /** Who it was, if the user was in the room and now is on no pod any more. */
  synchronized Optional<Place> left(String pod, Seat seat) {
    PodPlaces there = pods.get(pod);
    if (there == null || !there.remove(seat)) {
      return Optional.empty();
    }
    if (there.digest().places() == 0) {
      pods.remove(pod);
    }
    Map<String, Seen> users = rooms.get(seat.roomId());
    Seen seen = users.get(seat.userId());
    seen.pods().remove(pod);
    if (!seen.pods().isEmpty()) {
      return Optional.empty();
    }
    users.remove(seat.userId());
    if (users.isEmpty()) {
      rooms.remove(seat.roomId());
    }
    return Optional.of(seen.place());
  }

  /** Everybody who has a socket on a pod. */
  synchronized List<Place> on(String pod) {
    PodPlaces there = pods.get(pod);
    return there == null ? List.of() : there.all();
  }

  synchronized Digest digest(String pod) {
    PodPlaces there = pods.get(pod);
    return there == null ? PodPlaces.NOBODY : there.digest();
  }

  /** Everybody in a room, by user id. */
  synchronized List<OnlineUser> online(UUID roomId) {
    return rooms.getOrDefault(roomId, Map.of()).values().stream()
        .map(seen -> seen.place().user())
        .toList();
  }
}
