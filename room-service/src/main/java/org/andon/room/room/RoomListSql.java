package org.andon.room.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statement behind a page of the list. A user's rooms come from the index room_members_of_user
 * and are looked up one by one, so a list costs what its user's memberships cost; an admin's list
 * of all rooms walks the index of its order (rooms_by_activity and the like).
 */
final class RoomListSql {
  private static final String PAGE =
      """
      select {r.*}, page.role as role, page.place as place,
        cast(pg_current_snapshot() as text) as snapshot
      from (%s) page join rooms r on r.room_id = page.room_id
      order by page.place %s, page.room_id %2$s
      """;

  private static final String ROOMS =
      """
      select o.room_id, m.role, %s as place
      from %s %s join room_members m on m.room_id = o.room_id and m.user_id = :user
      where %s
      order by place %s, o.room_id %5$s
      limit :count
      """;

  // By the index room_moves_by_transaction: few rows, for it is what happened since the first page.
  private static final String MOVED =
      """
      with moved as materialized (
        select distinct on (room_id) room_id, %s as place
        from room_moves
        where moved_by >= pg_snapshot_xmin(cast(:snapshot as pg_snapshot))
          and not pg_visible_in_snapshot(moved_by, cast(:snapshot as pg_snapshot))
        order by room_id, move_id)
      """;

  private final Map<String, Object> parameters = new HashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final RoomFilter filter;
  private final boolean all;

  RoomListSql(RoomFilter filter, boolean all, String userId) {
    this.filter = filter;
    this.all = all;
    parameters.put("user", userId);
    parameters.put("count", filter.limit() + 1);
    conditions.add("o.deleted_at is null");
    among("status", filter.status());
    among("severity", filter.severity());
    among("incident_type", filter.incidentType());
    if (filter.location() != null) {
      contains("lower(normalize(o.location, nfkc))", "location", filter.location());
    }
    for (int i = 0; i < filter.words().size(); i++) {
      contains("o.search_text", "word" + i, filter.words().get(i));
    }
    if (filter.cursor() != null) {
      parameters.put("time", filter.cursor().time());
      parameters.put("id", filter.cursor().roomId());
    }
  }

  String text() {
    String place = "o." + filter.order().column();
    if (filter.cursor() == null) {
      return page("", rooms("rooms o", place, List.of()));
    }
    if (!filter.order().moves()) {
      return page("", rooms("rooms o", place, List.of(past(place))));
    }
    parameters.put("snapshot", filter.cursor().snapshot());
    String still =
        rooms(
            "rooms o",
            place,
            List.of(past(place), "not exists (select from moved where moved.room_id = o.room_id)"));
    String moved =
        rooms(
            "moved join rooms o on o.room_id = moved.room_id",
            "moved.place",
            List.of(past("moved.place")));
    String both =
        "select * from ((%s) union all (%s)) listed order by place %s, room_id %3$s limit :count"
            .formatted(still, moved, filter.order().direction());
    return page(MOVED.formatted(filter.order().columnBefore()), both);
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private String page(String with, String rooms) {
    return with + PAGE.formatted(rooms, filter.order().direction());
  }

  private String rooms(String from, String place, List<String> further) {
    List<String> where = new ArrayList<>(conditions);
    where.addAll(further);
    return ROOMS.formatted(
        place,
        from,
        all ? "left" : "inner",
        String.join(" and ", where),
        filter.order().direction());
  }

  private String past(String place) {
    return "(%s, o.room_id) %s (:time, :id)".formatted(place, filter.order().past());
  }

  private void among(String column, Collection<? extends Enum<?>> values) {
    if (!values.isEmpty()) {
      conditions.add("o.%s in (:%1$s)".formatted(column));
      parameters.put(column, values.stream().map(Enum::name).toList());
    }
  }

  private void contains(String text, String parameter, String part) {
    conditions.add("%s like lower(:%s) escape '!'".formatted(text, parameter));
    parameters.put(
        parameter, "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
  }
}
