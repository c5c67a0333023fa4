package org.andon.messaging.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.handover.RoomDigest.Entries;

/** What a statement found of many rooms: of each the newest, newest first, and how many in all. */
final class RoomEntries<T> {
  private final Map<UUID, List<T>> items = new HashMap<>();
  private final Map<UUID, Long> totals = new HashMap<>();

  void add(UUID roomId, T item, long total) {
    items.computeIfAbsent(roomId, id -> new ArrayList<>()).add(item);
    totals.put(roomId, total);
  }

  /** Oldest first. */
  Entries<T> of(UUID roomId) {
    List<T> found = items.getOrDefault(roomId, List.of()).reversed();
    return new Entries<>(
        List.copyOf(found), totals.getOrDefault(roomId, (long) found.size()) - found.size());
  }
}
