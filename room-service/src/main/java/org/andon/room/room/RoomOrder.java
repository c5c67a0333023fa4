package org.andon.room.room;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** In what order rooms are listed; rooms of the same time follow by id. */
enum RoomOrder {
  LATEST_ACTIVITY("-last_activity_at", "lastActivityAt", true),
  OLDEST_ACTIVITY("last_activity_at", "lastActivityAt", false),
  NEWEST("-created_at", "createdAt", true),
  OLDEST("created_at", "createdAt", false),
  LATEST_UPDATE("-updated_at", "updatedAt", true),
  OLDEST_UPDATE("updated_at", "updatedAt", false);

  private final String parameter;
  private final String attribute;
  private final boolean descending;

  RoomOrder(String parameter, String attribute, boolean descending) {
    this.parameter = parameter;
    this.attribute = attribute;
    this.descending = descending;
  }

  static RoomOrder parse(String sort) {
    if (sort == null) {
      return LATEST_ACTIVITY;
    }
    return Arrays.stream(values())
        .filter(order -> order.parameter.equals(sort))
        .findFirst()
        .orElseThrow(
            () ->
                new RoomException.InvalidField(
                    "sort",
                    Arrays.stream(values())
                        .map(order -> order.parameter)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }

  /** The HQL order of rooms {@code r}. */
  String orderBy() {
    String direction = descending ? " desc" : " asc";
    return "r." + attribute + direction + ", r.roomId" + direction;
  }

  /** The HQL condition for rooms {@code r} past {@code :time} and {@code :id}. */
  String past() {
    return "(r." + attribute + ", r.roomId) " + (descending ? "<" : ">") + " (:time, :id)";
  }

  Instant timeOf(Room room) {
    return switch (this) {
      case LATEST_ACTIVITY, OLDEST_ACTIVITY -> room.lastActivityAt;
      case NEWEST, OLDEST -> room.createdAt;
      case LATEST_UPDATE, OLDEST_UPDATE -> room.updatedAt;
    };
  }
}
