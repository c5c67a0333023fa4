package org.andon.auth.session;

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
  void seen(Person person, Instant now, Duration idle, Duration whole) {
    displayName = person.displayName();
    email = person.email();
    department = person.department();
    roles = person.roles().stream().map(Enum::name).sorted().toArray(String[]::new);
    lastSeenAt = now;
    expiresAt = Stream.of(now.plus(idle), createdAt.plus(whole)).min(Instant::compareTo).get();
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
        expiresAt);
  }
}
