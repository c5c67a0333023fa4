package org.andon.auth.machine;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ServiceAccountRepository implements PanacheRepositoryBase<ServiceAccountEntity, UUID> {

  /** Its row is this transaction's: no token is given out while it is revoked. */
  Optional<ServiceAccountEntity> lock(UUID clientId) {
    return findByIdOptional(clientId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** In the order of their making: ids carry their time. */
  List<ServiceAccountEntity> after(UUID clientId, int limit) {
    return find("clientId > ?1 order by clientId", clientId).page(0, limit).list();
  }
}
