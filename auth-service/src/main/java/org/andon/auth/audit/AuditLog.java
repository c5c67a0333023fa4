package org.andon.auth.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.andon.auth.origin.Origin;

/** Writes the audit, each entry in the transaction that makes it true. */
@ApplicationScoped
@Transactional
public class AuditLog {

  private static final String TOO_MANY_ATTEMPTS = "too_many_attempts";

  private final LoginEventRepository events;
  private final Clock clock;

  AuditLog(LoginEventRepository events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  public void login(String userId, UUID sessionId, Origin origin) {
    append(EventType.login, userId, null, sessionId, null, userId, origin);
  }

  /**
   * @param type failed or refused
   * @param userId null when there is no such account
   */
  public void notLoggedIn(EventType type, String userId, String reason, Origin origin) {
    append(type, userId, null, null, reason, null, origin);
  }

  /** Somebody had to wait before anybody looked whose name it is. */
  public void throttled(String nameDigest, Origin origin) {
    append(EventType.login_refused, null, nameDigest, null, TOO_MANY_ATTEMPTS, null, origin);
  }

  /**
   * @param by null when it was the service itself
   */
  public void revoked(String userId, UUID sessionId, String reason, String by, Origin origin) {
    append(EventType.session_revoked, userId, null, sessionId, reason, by, origin);
  }

  /** What an admin has done to a service account. */
  public void ofMachine(EventType type, String userId, String by, Origin origin) {
    append(type, userId, null, null, null, by, origin);
  }

  private void append(
      EventType type,
      String userId,
      String nameDigest,
      UUID sessionId,
      String reason,
      String by,
      Origin origin) {
    var now = clock.instant();
    events.insert(
        new LoginEvent(
            UuidCreator.getTimeOrderedEpoch(now),
            now,
            type,
            userId,
            nameDigest,
            sessionId,
            reason,
            by,
            origin));
  }
}
