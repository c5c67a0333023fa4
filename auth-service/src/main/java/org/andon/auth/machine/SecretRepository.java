package org.andon.auth.machine;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class SecretRepository implements PanacheRepositoryBase<SecretEntity, String> {

  /** The newest is good until then; whatever was before it, no more. */
  void retire(UUID clientId, Instant until) {
    delete("clientId = ?1 and expiresAt is not null", clientId);
    update("expiresAt = ?1 where clientId = ?2", until, clientId);
  }
}
