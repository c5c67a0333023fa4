package org.andon.room.room;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.andon.http.InvalidParameter;

/** In what order rooms are listed; rooms of the same time follow by id. */
enum RoomOrder {
  LATEST_ACTIVITY("-last_activity_at", "last_activity_at", "activity_before"),
  OLDEST_ACTIVITY("last_activity_at", "last_activity_at", "activity_before"),
  NEWEST("-created_at", "created_at", null),
  OLDEST("created_at", "created_at", null),
  LATEST_UPDATE("-updated_at", "updated_at", "update_before"),
  OLDEST_UPDATE("updated_at", "updated_at", "update_before");

  private final String parameter;
  private final String column;
  private final String columnBefore;

  RoomOrder(String parameter, String column, String columnBefore) {
    this.parameter = parameter;
    this.column = column;
    this.columnBefore = columnBefore;
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
                new InvalidParameter(
                    "sort",
                    Arrays.stream(values())
                        .map(order -> order.parameter)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }

  /** The column of {@code rooms} that says where a room stands now. */
  String column() {
    return column;
  }

  /** The column of {@code room_moves} that says where it stood. */
  String columnBefore() {
    return columnBefore;
  }

  /** Whether a room may change its place while somebody turns pages. */
  boolean moves() {
    return columnBefore != null;
  }

  String direction() {
    return parameter.startsWith("-") ? "desc" : "asc";
  }

  /** The comparison that is true of what comes later in the list. */
  String past() {
    return parameter.startsWith("-") ? "<" : ">";
  }
}
