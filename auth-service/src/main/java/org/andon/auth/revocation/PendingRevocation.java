package org.andon.auth.revocation;

import java.util.UUID;
import org.andon.outbox.CloudEvent;
import org.andon.outbox.PendingEvent;

/**
 * A session that has ended, and is not known to be on Kafka yet.
 *
 * @param event tells of it as a {@link org.andon.contracts.SessionRevoked}
 */
record PendingRevocation(UUID sessionId, CloudEvent event) implements PendingEvent {
  @Override
  public String key() {
    return sessionId.toString();
  }
}
