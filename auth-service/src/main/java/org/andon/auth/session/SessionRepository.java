package org.andon.auth.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<SessionEntity, UUID> {

  /** Newest first, by the index sessions_by_user. */
  List<SessionEntity> livingOf(String userId, UUID before, Instant now, int limit) {
    return find(
            "userId = :user and endedAt is null and expiresAt > :now and sessionId < :before"
                + " order by sessionId desc",
            Parameters.with("user", userId).and("now", now).and("before", before))
        .page(0, limit)
        .list();
  }

  /** Their refresh tokens go with them, by the foreign key. */
  void deleteExpiredOf(String userId, Instant now) {
    delete("userId = ?1 and expiresAt <= ?2", userId, now);
  }
}
