package org.andon.room.room;

import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The query of the list of rooms, as it came. Texts throughout, so that a wrong one can be answered
 * by its name. {@code status}, {@code severity} and {@code incident_type} may be repeated: any of
 * them fits.
 */
class ListRooms {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  @RestQuery List<String> status;
  @RestQuery List<String> severity;

  @RestQuery("incident_type")
  List<String> incidentType;

  @RestQuery String location;
  @RestQuery String q;
  @RestQuery String mine;
  @RestQuery String sort;
  @RestQuery String limit;
  @RestQuery String cursor;

  RoomFilter filter() {
    RoomOrder order = RoomOrder.parse(sort);
    return new RoomFilter(
        Wire.parse("status", status, RoomStatus.class),
        Wire.parse("severity", severity, Severity.class),
        Wire.parse("incident_type", incidentType, IncidentType.class),
        text("location", location),
        text("q", q),
        parseMine(),
        order,
        parseLimit(),
        cursor == null ? null : RoomCursor.parse(cursor, order));
  }

  private boolean parseMine() {
    return switch (mine) {
      case null -> true;
      case "true" -> true;
      case "false" -> false;
      default -> throw new RoomException.InvalidField("mine", "must be true or false");
    };
  }

  private int parseLimit() {
    try {
      int number = limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit);
      if (number >= 1 && number <= MAX_LIMIT) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, as a number out of bounds is.
    }
    throw new RoomException.InvalidField("limit", "must be a number from 1 to " + MAX_LIMIT);
  }

  private static String text(String field, String value) {
    if (value != null && value.indexOf('\0') >= 0) {
      throw new RoomException.InvalidField(field, "holds a character that is not text");
    }
    return value == null || value.isBlank() ? null : value.strip();
  }
}
