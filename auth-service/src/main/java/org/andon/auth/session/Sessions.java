package org.andon.auth.session;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.andon.auth.directory.Person;
import org.jboss.logging.Logger;

/** Opens, continues, lists and ends sessions; each method is one transaction. */
@ApplicationScoped
public class Sessions {

  private static final Logger LOG = Logger.getLogger(Sessions.class);

  private final SessionRepository sessions;
  private final RefreshTokenRepository tokens;
  private final SessionConfig config;
  private final Clock clock;

  Sessions(
      SessionRepository sessions,
      RefreshTokenRepository tokens,
      SessionConfig config,
      Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.config = config;
    this.clock = clock;
  }

  /** A new session of somebody whose password has been verified. */
  @Transactional
  public Grant open(Person person, Origin origin) {
    var now = clock.instant();
    sessions.deleteExpiredOf(person.userId(), now);
    var session = SessionEntity.opened(UuidCreator.getTimeOrderedEpoch(), person, origin, now);
    session.seen(person, now, config.idleLifetime(), config.lifetime());
    sessions.persist(session);
    var token = RefreshToken.random();
    tokens.persist(RefreshTokenEntity.of(token, session.sessionId));
    return new Grant(session.toSession(), token);
  }

  /**
   * The session that a refresh token would continue. A token that was used before, and longer ago
   * than parallel tabs explain, is in the wrong hands: it ends the session, whoever presents it.
   */
  @Transactional
  public Optional<Session> of(RefreshToken presented) {
    return continuable(presented).map(it -> it.session().toSession());
  }

  /**
   * Continues a session with a new refresh token, or, within the grace, the one given before.
   *
   * @param person as the directory describes them now
   */
  @Transactional
  public Optional<Grant> refresh(RefreshToken presented, Person person) {
    return continuable(presented).map(it -> rotate(presented, it, person));
  }

  private Grant rotate(RefreshToken presented, Continuable it, Person person) {
    var now = clock.instant();
    it.session().seen(person, now, config.idleLifetime(), config.lifetime());
    if (!it.token().isUsed()) {
      it.token().use(now);
      var successor = presented.successor(it.token().successorSalt);
      tokens.persist(RefreshTokenEntity.of(successor, it.session().sessionId));
    }
    return new Grant(it.session().toSession(), presented.successor(it.token().successorSalt));
  }

  private record Continuable(SessionEntity session, RefreshTokenEntity token) {}

  private Optional<Continuable> continuable(RefreshToken presented) {
    var now = clock.instant();
    var owner = tokens.findByIdOptional(presented.hash()).map(token -> token.sessionId);
    // The session's lock comes before what is decided of the token: two tabs rotate it once.
    var session =
        owner
            .map(id -> sessions.findById(id, LockModeType.PESSIMISTIC_WRITE))
            .filter(found -> found.lives(now));
    if (session.isEmpty()) {
      return Optional.empty();
    }
    var token = tokens.findById(presented.hash());
    tokens.getEntityManager().refresh(token);
    if (token.isUsedUp(now, config.refreshGrace())) {
      end(session.get(), EndReason.refresh_token_reused);
      return Optional.empty();
    }
    return Optional.of(new Continuable(session.get(), token));
  }

  /** The session, if it lives. */
  @Transactional
  public Optional<Session> living(UUID id) {
    return find(id).map(SessionEntity::toSession);
  }

  /** Living sessions of a user, newest first, those opened before a given one. */
  @Transactional
  public List<Session> livingOf(String userId, UUID before, int limit) {
    return sessions.livingOf(userId, before, clock.instant(), limit).stream()
        .map(SessionEntity::toSession)
        .toList();
  }

  /** Ends a session, if it lives. */
  @Transactional
  public void end(UUID id, EndReason reason) {
    find(id).ifPresent(session -> end(session, reason));
  }

  /** Ends a session of this user, and says whether there was one. */
  @Transactional
  public boolean endOwn(String userId, UUID id) {
    var own = find(id).filter(session -> session.userId.equals(userId));
    own.ifPresent(session -> end(session, EndReason.ended_by_user));
    return own.isPresent();
  }

  private Optional<SessionEntity> find(UUID id) {
    return sessions.findByIdOptional(id).filter(session -> session.lives(clock.instant()));
  }

  private void end(SessionEntity session, EndReason reason) {
    session.end(reason, clock.instant());
    LOG.infof(
        "session_ended session_id=%s user_id=%s reason=%s",
        session.sessionId, session.userId, reason);
  }
}
