package org.andon.room.room;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.andon.http.InvalidParameter;
import org.andon.http.PageRequest;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The query of the list of rooms, as it came. Texts throughout, so that a wrong one can be answered
 * by its name. {@code status}, {@code severity} and {@code incident_type} may be repeated or hold
 * several values with commas between them: any of them fits.
 */
class ListRooms extends PageRequest {
  /** What a title may have; no room holds a word that is longer than what people type. */
  private static final int MAX_TEXT = 200;

  @RestQuery List<String> status;
  @RestQuery List<String> severity;

  @RestQuery("incident_type")
  List<String> incidentType;

  @RestQuery String location;
  @RestQuery String q;
  @RestQuery String mine;
  @RestQuery String sort;

  RoomFilter filter() {
    RoomOrder order = RoomOrder.parse(sort);
    return new RoomFilter(
        Wire.parse("status", status, RoomStatus.class),
        Wire.parse("severity", severity, Severity.class),
        Wire.parse("incident_type", incidentType, IncidentType.class),
        text("location", location),
        words(text("q", q)),
        parseMine(),
        order,
        size(),
        RoomCursor.parse(cursor, order));
  }

  private boolean parseMine() {
    return switch (mine) {
      case null -> true;
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidParameter("mine", "must be true or false");
    };
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : Arrays.stream(text.split("\\s+")).distinct().toList();
  }

  private static String text(String field, String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF))) {
      throw new InvalidParameter(field, "holds a character that is not text");
    }
    if (value.codePointCount(0, value.length()) > MAX_TEXT) {
      throw new InvalidParameter(field, "must be at most " + MAX_TEXT + " characters");
    }
    return Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
  }
}
