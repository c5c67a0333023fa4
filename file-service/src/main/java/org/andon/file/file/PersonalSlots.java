package org.andon.file.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bounds what one person does at once. */
final class PersonalSlots {
  private final int max;
  private final Map<String, Integer> takenByUser = new HashMap<>();

  PersonalSlots(int max) {
    this.max = max;
  }

  /** Held for as long as it lasts; closing it again does nothing. */
  interface Slot extends AutoCloseable {
    @Override
    void close();
  }

  /** Empty if the person has as many as there may be. */
  synchronized Optional<Slot> take(String userId) {
    if (takenByUser.getOrDefault(userId, 0) >= max) {
      return Optional.empty();
    }
    takenByUser.merge(userId, 1, Integer::sum);
    AtomicBoolean held = new AtomicBoolean(true);
    return Optional.of(
        () -> {
          if (held.getAndSet(false)) {
            release(userId);
          }
        });
  }

  private synchronized void release(String userId) {
    takenByUser.computeIfPresent(userId, (id, count) -> count == 1 ? null : count - 1);
  }
}
