package org.andon.auth.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<SessionEntity, UUID> {

  /** Its row is this transaction's: what is decided of it cannot be overtaken. */
  Optional<SessionEntity> lockLiving(UUID id, Instant now) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(found -> found.lives(now));
  }

  /** Newest first, by the index sessions_by_user. */
  List<SessionEntity> livingOf(String userId, UUID before, Instant now, int limit) {
    return find(
            "userId = :user and endedAt is null and expiresAt > :now and sessionId < :before"
                + " order by sessionId desc",
            Parameters.with("user", userId).and("now", now).and("before", before))
        .page(0, limit)
        .list();
  }

  /**
   * All of a user's, locked in one order, so that two who do so at once cannot block each other.
   */
  List<SessionEntity> lockLivingOf(String userId, Instant now) {
    return find(
            "userId = ?1 and endedAt is null and expiresAt > ?2 order by sessionId", userId, now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Their refresh tokens go with them, by the foreign key. */
  void deleteExpiredOf(String userId, Instant now) {
    delete(
        "userId = ?1 and expiresAt <= ?2 and (endedAt is null or revocationPublished)",
        userId,
        now);
  }

  /** By the index sessions_by_expiry, a bounded number at a time; says how many there were. */
  int deleteExpired(Instant now, int atMost) {
    return getEntityManager()
        .createNativeQuery(
            """
            delete from sessions where session_id in
              (select session_id from sessions where expires_at <= :now and (ended_at is null or revocation_published)
               order by expires_at limit :most for update skip locked)
            """)
        .setParameter("now", now)
        .setParameter("most", atMost)
        .executeUpdate();
  }
}
