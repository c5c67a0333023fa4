package org.andon.auth.session;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.andon.auth.audit.AuditLog;
import org.andon.auth.directory.Person;
import org.andon.auth.origin.Origin;
import org.andon.auth.token.AccessTokens;

/** Opens, continues and lists sessions; each method is one transaction. */
@ApplicationScoped
public class Sessions {

  private final SessionRepository sessions;
  private final RefreshTokenRepository tokens;
  private final Endings endings;
  private final AuditLog audit;
  private final AccessTokens accessTokens;
  private final SessionConfig config;
  private final Clock clock;

  Sessions(
      SessionRepository sessions,
      RefreshTokenRepository tokens,
      Endings endings,
      AuditLog audit,
      AccessTokens accessTokens,
      SessionConfig config,
      Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.endings = endings;
    this.audit = audit;
    this.accessTokens = accessTokens;
    this.config = config;
    this.clock = clock;
  }

  /** A new session of somebody whose password has been verified. */
  @Transactional
  public Grant open(Person person, Origin origin) {
    var now = clock.instant();
    sessions.deleteExpiredOf(person.userId(), now);
    var session = SessionEntity.opened(UuidCreator.getTimeOrderedEpoch(), person, origin, now);
    session.seen(person, now, config, accessTokens.lifetime());
    sessions.persist(session);
    audit.login(person.userId(), session.sessionId, origin);
    var token = RefreshToken.random();
    tokens.persist(RefreshTokenEntity.of(token, session.sessionId));
    return new Grant(session.toSession(), token);
  }

  /**
   * A new session of a machine, which one access token is given out for.
   *
   * @param accountExpiresAt null for never
   */
  @Transactional
  public Session openForOneToken(Person machine, Instant accountExpiresAt, Origin origin) {
    var now = clock.instant();
    sessions.deleteExpiredOf(machine.userId(), now);
    var session = SessionEntity.opened(UuidCreator.getTimeOrderedEpoch(), machine, origin, now);
    session.seen(machine, now, config, accessTokens.lifetime());
    session.endWithToken(accountExpiresAt);
    sessions.persist(session);
    audit.login(machine.userId(), session.sessionId, origin);
    return session.toSession();
  }

  /**
   * The session that a refresh token would continue. A token that was used before, and longer ago
   * than parallel tabs explain, is in the wrong hands: it ends the session, whoever presents it.
   *
   * @param origin where it is presented
   */
  @Transactional
  public Optional<Session> of(RefreshToken presented, Origin origin) {
    return continuable(presented, origin).map(it -> it.session().toSession());
  }

  /**
   * Continues a session with a new refresh token, or, within the grace, the newest there is.
   *
   * @param person as the directory describes them now
   */
  @Transactional
  public Optional<Grant> refresh(RefreshToken presented, Person person, Origin origin) {
    return continuable(presented, origin).map(it -> rotate(presented, it, person));
  }

  private Grant rotate(RefreshToken presented, Continuable it, Person person) {
    var now = clock.instant();
    it.session().seen(person, now, config, accessTokens.lifetime());
    if (!it.token().isUsed()) {
      it.token().use(now);
      var successor = presented.successor(it.token().successorSalt);
      tokens.persist(RefreshTokenEntity.of(successor, it.session().sessionId));
    }
    return new Grant(it.session().toSession(), newest(presented, it.token()));
  }

  /**
   * The end of the chain, which no tab has used yet. What comes later in it was used later, so all
   * of it is within the grace when the token presented is.
   */
  private RefreshToken newest(RefreshToken presented, RefreshTokenEntity token) {
    var value = presented;
    var stored = token;
    while (stored.isUsed()) {
      value = value.successor(stored.successorSalt);
      stored = tokens.findById(value.hash());
    }
    return value;
  }

  private record Continuable(SessionEntity session, RefreshTokenEntity token) {}

  private Optional<Continuable> continuable(RefreshToken presented, Origin origin) {
    var now = clock.instant();
    var owner = tokens.findByIdOptional(presented.hash()).map(token -> token.sessionId);
    // The session's lock comes before what is decided of the token: two tabs rotate it once.
    var session = owner.flatMap(id -> sessions.lockLiving(id, now));
    if (session.isEmpty()) {
      return Optional.empty();
    }
    var token = tokens.findById(presented.hash());
    tokens.getEntityManager().refresh(token);
    if (token.isUsedUp(now, config.refreshGrace())) {
      endings.end(session.get(), new Ending(EndReason.refresh_token_reused, null, origin));
      return Optional.empty();
    }
    return Optional.of(new Continuable(session.get(), token));
  }

  /** The session, if it lives. */
  @Transactional
  public Optional<Session> living(UUID id) {
    return sessions
        .findByIdOptional(id)
        .filter(session -> session.lives(clock.instant()))
        .map(SessionEntity::toSession);
  }

  /** Living sessions of a user, newest first, those opened before a given one. */
  @Transactional
  public List<Session> livingOf(String userId, UUID before, int limit) {
    return sessions.livingOf(userId, before, clock.instant(), limit).stream()
        .map(SessionEntity::toSession)
        .toList();
  }
}
