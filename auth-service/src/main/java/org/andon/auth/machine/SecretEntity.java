package org.andon.auth.machine;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "service_account_secrets")
class SecretEntity {

  @Id String secretHash;
  UUID clientId;
  Instant createdAt;

  /** Null for the newest. */
  Instant expiresAt;

  static SecretEntity of(ClientSecret secret, UUID clientId, Instant now) {
    var entity = new SecretEntity();
    entity.secretHash = secret.hash();
    entity.clientId = clientId;
    entity.createdAt = now;
    return entity;
  }

  boolean opens(UUID account, Instant now) {
    return clientId.equals(account) && (expiresAt == null || now.isBefore(expiresAt));
  }
}
