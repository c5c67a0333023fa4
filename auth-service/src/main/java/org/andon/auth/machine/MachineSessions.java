package org.andon.auth.machine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.andon.auth.directory.Person;
import org.andon.auth.origin.Origin;
import org.andon.auth.session.Session;
import org.andon.auth.session.Sessions;

/** A session for each token of a machine, so that it ends as people's do. */
@ApplicationScoped
@Transactional
class MachineSessions {

  private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private final ServiceAccountRepository accounts;
  private final SecretRepository secrets;
  private final Sessions sessions;
  private final MachineConfig config;
  private final Clock clock;

  MachineSessions(
      ServiceAccountRepository accounts,
      SecretRepository secrets,
      Sessions sessions,
      MachineConfig config,
      Clock clock) {
    this.accounts = accounts;
    this.secrets = secrets;
    this.sessions = sessions;
    this.config = config;
    this.clock = clock;
  }

  record Opened(Session session, Scope scope) {}

  /** Nothing, if that is not the account's secret, or the account has expired. */
  Optional<Opened> open(UUID clientId, ClientSecret secret, Origin origin) {
    var now = clock.instant();
    return accounts
        .lock(clientId)
        .filter(account -> account.lives(now) && isSecretOf(account, secret))
        .map(account -> open(account, origin));
  }

  private boolean isSecretOf(ServiceAccountEntity account, ClientSecret secret) {
    return secrets
        .findByIdOptional(secret.hash())
        .filter(found -> found.opens(account.clientId, clock.instant()))
        .isPresent();
  }

  private Opened open(ServiceAccountEntity account, Origin origin) {
    var userId = account.userId();
    if (sessions.livingOf(userId, NEWEST, config.tokensAtOnce()).size() >= config.tokensAtOnce()) {
      throw new MachineFailure.TooManyTokens(config.tokensAtOnce());
    }
    account.lastUsedAt = clock.instant();
    var machine = new Person(userId, account.name, "", null, Set.of());
    return new Opened(
        sessions.openForOneToken(machine, account.expiresAt, origin), account.scope());
  }

  /** As whom the account is known, if there is one. */
  Optional<String> userId(UUID clientId) {
    return accounts.findByIdOptional(clientId).map(ServiceAccountEntity::userId);
  }
}
