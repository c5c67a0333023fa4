package org.andon.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.andon.auth.audit.AuditLog;
import org.andon.auth.revocation.SessionEnded;
import org.jboss.logging.Logger;

/** Ends sessions before their time; each method is one transaction. */
@ApplicationScoped
@Transactional
public class Endings {

  private static final Logger LOG = Logger.getLogger(Endings.class);

  private final SessionRepository sessions;
  private final AuditLog audit;
  private final Event<SessionEnded> announcements;
  private final Clock clock;

  Endings(
      SessionRepository sessions, AuditLog audit, Event<SessionEnded> announcements, Clock clock) {
    this.sessions = sessions;
    this.audit = audit;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** Ends a session, and says whether it lived. */
  public boolean end(UUID id, Ending ending) {
    return end(living(id), ending);
  }

  /** Ends a session of this user, and says whether there was one. */
  public boolean endOf(String userId, UUID id, Ending ending) {
    return end(living(id).filter(session -> session.userId.equals(userId)), ending);
  }

  /** Ends all sessions of a user. */
  public void endAllOf(String userId, Ending ending) {
    sessions.lockLivingOf(userId, clock.instant()).forEach(session -> end(session, ending));
  }

  private Optional<SessionEntity> living(UUID id) {
    return sessions.lockLiving(id, clock.instant());
  }

  private boolean end(Optional<SessionEntity> session, Ending ending) {
    session.ifPresent(found -> end(found, ending));
    return session.isPresent();
  }

  /** The session's row must be locked. */
  void end(SessionEntity session, Ending ending) {
    session.end(ending.reason(), clock.instant());
    audit.revoked(
        session.userId, session.sessionId, ending.reason().name(), ending.by(), ending.origin());
    announcements.fire(new SessionEnded(session.sessionId));
    LOG.infof(
        "session_ended session_id=%s user_id=%s reason=%s by=%s",
        session.sessionId, session.userId, ending.reason(), ending.by());
  }
}
