package org.andon.auth.machine;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.andon.auth.audit.AuditLog;
import org.andon.auth.audit.EventType;
import org.andon.auth.origin.Origin;
import org.andon.auth.session.EndReason;
import org.andon.auth.session.Ending;
import org.andon.auth.session.Endings;

/** What admins do with service accounts; each method is one transaction. */
@ApplicationScoped
@Transactional
class ServiceAccounts {

  private final ServiceAccountRepository accounts;
  private final SecretRepository secrets;
  private final Endings endings;
  private final AuditLog audit;
  private final MachineConfig config;
  private final Clock clock;

  ServiceAccounts(
      ServiceAccountRepository accounts,
      SecretRepository secrets,
      Endings endings,
      AuditLog audit,
      MachineConfig config,
      Clock clock) {
    this.accounts = accounts;
    this.secrets = secrets;
    this.endings = endings;
    this.audit = audit;
    this.config = config;
    this.clock = clock;
  }

  List<ServiceAccountView> after(UUID clientId, int limit) {
    return accounts.after(clientId, limit).stream().map(ServiceAccountView::of).toList();
  }

  ServiceAccountView get(UUID clientId) {
    return ServiceAccountView.of(
        accounts
            .findByIdOptional(clientId)
            .orElseThrow(() -> new MachineFailure.NoSuchAccount(clientId)));
  }

  NewSecretView create(CreateServiceAccount request, String admin, Origin origin) {
    if (accounts.count() >= config.atMost()) {
      throw new MachineFailure.TooManyAccounts(config.atMost());
    }
    var now = clock.instant();
    var account = new ServiceAccountEntity();
    account.clientId = UuidCreator.getTimeOrderedEpoch();
    account.name = request.name().strip();
    account.description = emptyToNull(request.description());
    account.reach(checked(request.scope()));
    account.expiresAt = inFuture(request.expiresAt(), now);
    account.createdBy = admin;
    account.createdAt = now;
    account.version = 1;
    accounts.persistAndFlush(account);
    audit.ofMachine(EventType.service_account_created, account.userId(), admin, origin);
    return new NewSecretView(ServiceAccountView.of(account), newSecret(account.clientId), null);
  }

  /** Tokens that say what is no longer so end at once. */
  ServiceAccountView update(
      UUID clientId, UpdateServiceAccount request, String admin, Origin origin) {
    var account = locked(clientId);
    if (request.version() != null && request.version() != account.version) {
      throw new MachineFailure.VersionConflict(account.version);
    }
    var expiresAt = request.expiresAtOr(account.expiresAt);
    if (request.name() != null) {
      if (request.name().isBlank()) {
        throw new MachineFailure.InvalidField("name", "must not be blank");
      }
      account.name = request.name().strip();
    }
    if (request.description() != null) {
      account.description = emptyToNull(request.description());
    }
    if (request.scope() != null) {
      account.reach(checked(request.scope()));
    }
    if (request.expiresAt() != null) {
      account.expiresAt = inFuture(expiresAt, clock.instant());
    }
    account.version++;
    endTokens(account, EndReason.service_account_changed, admin, origin);
    audit.ofMachine(EventType.service_account_changed, account.userId(), admin, origin);
    return ServiceAccountView.of(account);
  }

  NewSecretView rotate(UUID clientId, RotateSecret request, String admin, Origin origin) {
    var account = locked(clientId);
    var overlap = overlap(request);
    var until = clock.instant().plus(overlap);
    secrets.retire(clientId, until);
    if (overlap.isZero()) {
      endTokens(account, EndReason.service_account_changed, admin, origin);
    }
    account.version++;
    audit.ofMachine(EventType.service_account_secret_rotated, account.userId(), admin, origin);
    return new NewSecretView(ServiceAccountView.of(account), newSecret(clientId), until);
  }

  private Duration overlap(RotateSecret request) {
    if (request == null || request.overlapSeconds() == null) {
      return config.rotationOverlap();
    }
    long most = config.maxRotationOverlap().toSeconds();
    if (request.overlapSeconds() > most) {
      throw new MachineFailure.InvalidField("overlap_seconds", "must be at most " + most);
    }
    return Duration.ofSeconds(request.overlapSeconds());
  }

  void revoke(UUID clientId, String admin, Origin origin) {
    var account = locked(clientId);
    endTokens(account, EndReason.service_account_revoked, admin, origin);
    accounts.delete(account);
    audit.ofMachine(EventType.service_account_revoked, account.userId(), admin, origin);
  }

  private void endTokens(
      ServiceAccountEntity account, EndReason reason, String admin, Origin origin) {
    endings.endAllOf(account.userId(), new Ending(reason, admin, origin));
  }

  private ServiceAccountEntity locked(UUID clientId) {
    return accounts.lock(clientId).orElseThrow(() -> new MachineFailure.NoSuchAccount(clientId));
  }

  private String newSecret(UUID clientId) {
    var secret = ClientSecret.random();
    secrets.persist(SecretEntity.of(secret, clientId, clock.instant()));
    return secret.value();
  }

  private Scope checked(Scope scope) {
    if (scope.size() == 0 || scope.size() > config.maxScope()) {
      throw new MachineFailure.InvalidField(
          "scope", "names 1 to " + config.maxScope() + " rooms and templates");
    }
    return scope;
  }

  private static Instant inFuture(Instant time, Instant now) {
    if (time != null && !time.isAfter(now)) {
      throw new MachineFailure.InvalidField("expires_at", "must be in the future");
    }
    return time;
  }

  private static String emptyToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
