package org.andon.room.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.andon.http.CurrentUser;
import org.andon.http.Cursor;
import org.andon.http.Page;
import org.andon.room.room.RoomListSql.Scope;
import org.hibernate.Session;
import org.hibernate.exception.DataException;
import org.hibernate.query.NativeQuery;

/** Lists rooms, a page at a time, by keyset: a page costs the same however far down it is. */
@ApplicationScoped
class RoomSearch {
  private final Session database;
  private final RoomConfig config;

  RoomSearch(Session database, RoomConfig config) {
    this.database = database;
    this.config = config;
  }

  /** A room on a page, at its place, and what was committed when the first page was read. */
  private record Listed(Room room, Role role, Instant place, String snapshot) {}

  Page<RoomView> find(RoomFilter filter, CurrentUser user) {
    Instant now = Instant.now();
    if (filter.cursor() != null) {
      filter.cursor().requireExact(config.exactPagesFor(), now);
    }
    return Page.of(
            query(filter, user), filter.limit(), listed -> cursor(listed, filter, now).encoded())
        .map(it -> RoomView.listed(it.room(), RoomAccess.shownRole(it.role(), user)));
  }

  private Scope scope(RoomFilter filter, CurrentUser user) {
    if (user.isAdmin() && !filter.mine()) {
      return Scope.ALL;
    }
    long own =
        database
            .createNativeQuery(
                """
                select count(*) from (
                  select from room_members where user_id = :user limit :count) own
                """,
                Long.class)
            .setParameter("user", user.id())
            .setParameter("count", config.lookUpMemberships() + 1)
            .getSingleResult();
    return own > config.lookUpMemberships() ? Scope.MANY_OF_ONES_OWN : Scope.FEW_OF_ONES_OWN;
  }

  private static RoomCursor cursor(Listed last, RoomFilter filter, Instant now) {
    RoomCursor before = filter.cursor();
    return new RoomCursor(
        filter.order(),
        last.place(),
        last.room().roomId,
        before == null ? now : before.since(),
        before == null ? last.snapshot() : before.snapshot());
  }

  private List<Listed> query(RoomFilter filter, CurrentUser user) {
    RoomListSql sql = new RoomListSql(filter, scope(filter, user), user.id());
    NativeQuery<Object[]> query =
        database
            .createNativeQuery(sql.text(), Object[].class)
            .addEntity("r", Room.class)
            .addScalar("role", String.class)
            .addScalar("place", Instant.class)
            .addScalar("snapshot", String.class);
    sql.parameters().forEach(query::setParameter);
    try {
      return query.getResultList().stream()
          .map(
              row ->
                  new Listed(
                      (Room) row[0],
                      row[1] == null ? null : Role.valueOf((String) row[1]),
                      (Instant) row[2],
                      (String) row[3]))
          .toList();
    } catch (DataException e) {
      if (filter.cursor() == null) {
        throw e;
      }
      // All else has been checked: only the cursor's snapshot can be none of PostgreSQL's.
      throw Cursor.foreign();
    }
  }
}
