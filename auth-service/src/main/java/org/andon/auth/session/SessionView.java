package org.andon.auth.session;

import java.time.Instant;
import java.util.UUID;

/** A session as its owner sees it. */
record SessionView(
    UUID sessionId,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt,
    String address,
    String device,
    boolean current) {

  static SessionView of(Session session, UUID current) {
    return new SessionView(
        session.id(),
        session.createdAt(),
        session.lastSeenAt(),
        session.expiresAt(),
        session.origin().address(),
        session.origin().device(),
        session.id().equals(current));
  }
}
