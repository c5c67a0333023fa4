package org.andon.file.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Bounds what arrives on this pod at once, of all people and of each. */
@ApplicationScoped
class UploadSlots {
  private final FileLimits limits;
  private final Map<String, Integer> takenByUser = new HashMap<>();
  private int taken;

  UploadSlots(FileLimits limits) {
    this.limits = limits;
  }

  /** Held for as long as an upload lasts. */
  interface Slot extends AutoCloseable {
    @Override
    void close();
  }

  synchronized Slot take(String userId) {
    if (takenByUser.getOrDefault(userId, 0) >= limits.uploadsAtOncePerUser()) {
      throw new FileException.TooManyAtOnce(limits.uploadsAtOncePerUser());
    }
    if (taken >= limits.uploadsAtOnce()) {
      throw new FileException.Busy();
    }
    taken++;
    takenByUser.merge(userId, 1, Integer::sum);
    return () -> release(userId);
  }

  private synchronized void release(String userId) {
    taken--;
    takenByUser.computeIfPresent(userId, (id, count) -> count == 1 ? null : count - 1);
  }
}
