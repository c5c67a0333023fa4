package org.andon.auth.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.andon.auth.directory.Person;
import org.andon.auth.directory.Role;
import org.andon.auth.origin.Origin;

@Entity
@Table(name = "sessions")
class SessionEntity {

  @Id UUID sessionId;
  String userId;
  String displayName;
  String email;
  String department;
  String[] roles;
  String address;
  String device;
  Instant createdAt;
  Instant lastSeenAt;
  Instant expiresAt;
  Instant endedAt;

  /** The publisher's, by SQL: never written from here. */
  @Column(insertable = false, updatable = false)
  boolean revocationPublished;

  /** When the last access token that was given out expires. */
  Instant accessUntil;

  @Enumerated(EnumType.STRING)
  EndReason endReason;

  static SessionEntity opened(UUID id, Person person, Origin origin, Instant now) {
    var session = new SessionEntity();
    session.sessionId = id;
    session.userId = person.userId();
    session.address = origin.address();
    session.device = origin.device();
    session.createdAt = now;
    return session;
  }

  /** Seen with its person as they are now; it lives on, but never beyond its whole lifetime. */
  void seen(Person person, Instant now, SessionConfig config, Duration accessLifetime) {
    displayName = person.displayName();
    email = person.email();
    department = person.department();
    roles = person.roles().stream().map(Enum::name).sorted().toArray(String[]::new);
    lastSeenAt = now;
    expiresAt = earlier(now.plus(config.idleLifetime()), createdAt.plus(config.lifetime()));
    accessUntil = earlier(now.plus(accessLifetime), expiresAt);
  }

  /**
   * Never seen again: it lives no longer than its token, which ends with the account at the latest.
   */
  void endWithToken(Instant accountExpiresAt) {
    accessUntil = accountExpiresAt == null ? accessUntil : earlier(accessUntil, accountExpiresAt);
    expiresAt = accessUntil;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  boolean lives(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  void end(EndReason reason, Instant now) {
    endedAt = now;
    endReason = reason;
  }

  Session toSession() {
    Set<Role> granted = Stream.of(roles).map(Role::valueOf).collect(Collectors.toSet());
    return new Session(
        sessionId,
        new Person(userId, displayName, email, department, granted),
        new Origin(address, device),
        createdAt,
        lastSeenAt,
        expiresAt,
        accessUntil);
  }
}
