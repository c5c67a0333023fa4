package org.andon.room.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.andon.room.web.CurrentUser;
import org.andon.room.web.Page;

/** Lists rooms, a page at a time, by keyset: a page costs the same however far down it is. */
@ApplicationScoped
class RoomSearch {
  private final EntityManager database;

  RoomSearch(EntityManager database) {
    this.database = database;
  }

  Page<RoomView> find(RoomFilter filter, CurrentUser user) {
    List<SeenRoom> found = query(filter, user);
    boolean more = found.size() > filter.limit();
    List<SeenRoom> shown = more ? found.subList(0, filter.limit()) : found;
    String next = more ? RoomCursor.after(shown.getLast().room(), filter.order()).encoded() : null;
    return new Page<>(
        shown.stream()
            .map(seen -> RoomView.of(seen.room(), RoomAccess.shownRole(seen.role(), user)))
            .toList(),
        new Page.Pagination(filter.limit(), more, next));
  }

  private List<SeenRoom> query(RoomFilter filter, CurrentUser user) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    conditions.add("r.deletedAt is null");
    values.put("user", user.id());
    if (!filter.status().isEmpty()) {
      conditions.add("r.status in :status");
      values.put("status", filter.status());
    }
    if (!filter.severity().isEmpty()) {
      conditions.add("r.severity in :severity");
      values.put("severity", filter.severity());
    }
    if (!filter.incidentType().isEmpty()) {
      conditions.add("r.incidentType in :type");
      values.put("type", filter.incidentType());
    }
    if (filter.location() != null) {
      conditions.add("r.location ilike :location escape '!'");
      values.put("location", containing(filter.location()));
    }
    if (filter.text() != null) {
      conditions.add(
          "(r.title ilike :q escape '!' or r.description ilike :q escape '!'"
              + " or r.location ilike :q escape '!')");
      values.put("q", containing(filter.text()));
    }
    if (filter.cursor() != null) {
      conditions.add(filter.order().past());
      values.put("time", filter.cursor().time());
      values.put("id", filter.cursor().roomId());
    }
    boolean all = user.isAdmin() && !filter.mine();
    String hql =
        "select r, m.role from Room r %s join r.members m on key(m) = :user where %s order by %s"
            .formatted(
                all ? "left" : "inner", String.join(" and ", conditions), filter.order().orderBy());
    var query = database.createQuery(hql, SeenRoom.class).setMaxResults(filter.limit() + 1);
    values.forEach(query::setParameter);
    return query.getResultList();
  }

  private static String containing(String text) {
    return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
