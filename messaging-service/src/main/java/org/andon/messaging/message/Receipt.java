package org.andon.messaging.message;

import java.time.Instant;
import java.util.UUID;

/**
 * What a client is told of what it has done, once committed; the same for every retry of it.
 *
 * @param sequenceNumber null if nothing was changed
 */
public record Receipt(UUID messageId, Long sequenceNumber, Instant createdAt) {
  public boolean changed() {
    return sequenceNumber != null;
  }
}
