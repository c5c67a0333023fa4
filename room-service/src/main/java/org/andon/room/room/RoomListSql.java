package org.andon.room.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statement behind a page of the list. */
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
      from %s
      where %s
      order by place %s, o.room_id %4$s
      limit :count
      """;

  // What happened since the first page, each room's first move of it.
  private static final String MOVED =
      """
      with moved as materialized (
        select distinct on (v.room_id) v.room_id, v.%s as place
        from %s
        where v.moved_by >= pg_snapshot_xmin(cast(:snapshot as pg_snapshot))
          and not pg_visible_in_snapshot(v.moved_by, cast(:snapshot as pg_snapshot))
        order by v.room_id, v.move_id)
      """;

  private final Map<String, Object> parameters = new HashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final RoomFilter filter;
  private final Scope scope;

  /** Whose rooms, and how they are come by. */
  enum Scope {
    /** Walks the index of the order, rooms_by_activity and the like. */
    ALL(
        "rooms o left join room_members m on m.room_id = o.room_id and m.user_id = :user",
        "left",
        "room_moves v"),

    /**
     * From the index room_members_of_user, each looked up by its primary key. Left to itself, the
     * planner would walk the order's index through everybody's rooms until it has met enough of the
     * user's: offset 0 forbids that. So it would with the moves, which are looked up by the index
     * room_moves_of_room: what moves elsewhere in the plant costs nobody anything.
     */
    FEW_OF_ONES_OWN(
        """
        (select room_id, role from room_members where user_id = :user) m
        cross join lateral (select * from rooms where room_id = m.room_id offset 0) o
        """,
        "inner",
        """
        (select room_id from room_members where user_id = :user) m
        cross join lateral (
          select * from room_moves
          where room_id = m.room_id
            and moved_by >= pg_snapshot_xmin(cast(:snapshot as pg_snapshot))
          offset 0) v
        """),

    /** One who is in so many rooms soon meets enough of them on the order's index. */
    MANY_OF_ONES_OWN(
        "rooms o join room_members m on m.room_id = o.room_id and m.user_id = :user",
        "inner",
        "room_moves v join room_members m on m.room_id = v.room_id and m.user_id = :user");

    private final String source;
    private final String join;
    private final String moves;

    Scope(String source, String join, String moves) {
      this.source = source;
      this.join = join;
      this.moves = moves;
    }
  }

  RoomListSql(RoomFilter filter, Scope scope, String userId) {
    this.filter = filter;
    this.scope = scope;
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
      return page("", rooms(scope.source, place, List.of()));
    }
    if (!filter.order().moves()) {
      return page("", rooms(scope.source, place, List.of(past(place))));
    }
    parameters.put("snapshot", filter.cursor().snapshot());
    String still =
        rooms(
            scope.source,
            place,
            // Hashed, whatever the planner expects to have moved; not exists would be a nested
            // loop.
            List.of(past(place), "o.room_id not in (select room_id from moved)"));
    String moved =
        rooms(
            """
            moved join rooms o on o.room_id = moved.room_id
            %s join room_members m on m.room_id = o.room_id and m.user_id = :user
            """
                .formatted(scope.join),
            "moved.place",
            List.of(past("moved.place")));
    String both =
        "select * from ((%s) union all (%s)) listed order by place %s, room_id %3$s limit :count"
            .formatted(still, moved, filter.order().direction());
    return page(MOVED.formatted(filter.order().columnBefore(), scope.moves), both);
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
    return ROOMS.formatted(place, from, String.join(" and ", where), filter.order().direction());
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
