package org.andon.messaging.presence;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A user in a room. */
record Seat(UUID roomId, String userId) {
  /** As good as random, and the same on every pod: the sum of all tells sets of seats apart. */
  long fingerprint() {
    byte[] name = (roomId + userId).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).getLeastSignificantBits();
  }
}
