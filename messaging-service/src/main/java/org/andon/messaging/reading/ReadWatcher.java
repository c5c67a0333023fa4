package org.andon.messaging.reading;

import java.util.UUID;

/** Hears, on every pod, of positions that have moved, on whichever pod. Must not block. */
public interface ReadWatcher {
  void moved(UUID roomId, String userId);
}
