package org.andon.auth.audit;

import java.time.Instant;
import java.util.UUID;

/** An event as an admin sees it; what does not apply is null. */
record LoginEventView(
    UUID eventId,
    Instant occurredAt,
    EventType event,
    String userId,
    String nameDigest,
    UUID sessionId,
    String reason,
    String by,
    String address,
    String device) {

  static LoginEventView of(LoginEvent event) {
    return new LoginEventView(
        event.eventId(),
        event.occurredAt(),
        event.event(),
        event.userId(),
        event.nameDigest(),
        event.sessionId(),
        event.reason(),
        event.by(),
        event.origin().address(),
        event.origin().device());
  }
}
