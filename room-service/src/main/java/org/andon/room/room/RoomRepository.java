package org.andon.room.room;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.andon.http.CurrentUser;

/** Rooms that are not deleted. */
@ApplicationScoped
class RoomRepository implements PanacheRepositoryBase<Room, UUID> {

  /** The row stays locked until the transaction ends, so concurrent changes come one by one. */
  Optional<Room> lock(UUID roomId) {
    return find("roomId = ?1 and deletedAt is null", roomId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The newest that is active, by the index rooms_open_by_template; locked. */
  Optional<Room> lockActive(UUID templateId, String location) {
    return find(
            "templateId = ?1 and location = ?2 and status = ?3 and deletedAt is null"
                + " order by roomId desc",
            templateId,
            location,
            RoomStatus.ACTIVE)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The room as a member, or an admin, sees it. */
  SeenRoom forMember(UUID roomId, CurrentUser user) {
    SeenRoom seen =
        seenBy(roomId, user.id()).orElseThrow(() -> new RoomException.RoomNotFound(roomId));
    RoomAccess.requireMember(seen.role(), user);
    return seen;
  }

  /** The room and the caller's role in it (null: not a member), in one query. */
  private Optional<SeenRoom> seenBy(UUID roomId, String userId) {
    return getEntityManager()
        .createQuery(
            """
            select r, m.role from Room r left join r.members m on key(m) = :user
            where r.roomId = :room and r.deletedAt is null
            """,
            SeenRoom.class)
        .setParameter("room", roomId)
        .setParameter("user", userId)
        .getResultStream()
        .findFirst();
  }
}
