package org.andon.auth.machine;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "service_accounts")
class ServiceAccountEntity {

  /** No mail address has a colon before its "@", so no person is called so. */
  private static final String USER_ID_PREFIX = "machine:";

  @Id UUID clientId;
  String name;
  String description;
  UUID[] rooms;
  UUID[] templates;
  Instant expiresAt;
  String createdBy;
  Instant createdAt;
  Instant lastUsedAt;
  long version;

  /** By which messages, sessions and the audit know it. */
  String userId() {
    return USER_ID_PREFIX + clientId;
  }

  boolean lives(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }

  Scope scope() {
    return new Scope(List.of(rooms), List.of(templates));
  }

  void reach(Scope scope) {
    rooms = scope.rooms().toArray(UUID[]::new);
    templates = scope.templates().toArray(UUID[]::new);
  }
}
