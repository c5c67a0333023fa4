package org.andon.messaging.handover;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.andon.messaging.operation.Fields;
import org.andon.messaging.operation.JsonReader;
import org.andon.messaging.operation.Refused;

/** Reads a schedule from outside; what is not as it should be is refused. */
@ApplicationScoped
class ScheduleReader {
  private static final int MAX_SHIFTS = 6;
  private static final int MAX_NAME = 50;
  private static final int DEFAULT_MINUTES = 30;

  /** Beyond a day, the same shift would be on again. */
  private static final int MAX_MINUTES = 24 * 60;

  private final JsonReader json;

  ScheduleReader(JsonReader json) {
    this.json = json;
  }

  /**
   * A schedule as somebody wants it.
   *
   * @param version the one that was seen; null to replace whatever there is
   */
  record Wanted(ZoneId timeZone, List<Shift> shifts, int acknowledgeWithinMinutes, Long version) {}

  Wanted read(String body) {
    Fields fields = json.read(body);
    return new Wanted(
        zone(fields),
        shifts(fields.object().path("shifts")),
        minutes(fields),
        fields.has("version") ? fields.requiredNumber("version") : null);
  }

  private static ZoneId zone(Fields fields) {
    String zone = fields.requiredText("time_zone");
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw Refused.field("time_zone", "is a zone of the IANA database, like Asia/Taipei.");
    }
    return ZoneId.of(zone);
  }

  private static int minutes(Fields fields) {
    if (!fields.has("acknowledge_within_minutes")) {
      return DEFAULT_MINUTES;
    }
    long minutes = fields.requiredNumber("acknowledge_within_minutes");
    if (minutes < 1 || minutes > MAX_MINUTES) {
      throw Refused.field("acknowledge_within_minutes", "is from 1 to " + MAX_MINUTES + ".");
    }
    return (int) minutes;
  }

  private static List<Shift> shifts(JsonNode list) {
    if (!list.isArray() || list.size() > MAX_SHIFTS) {
      throw Refused.field("shifts", "is a list of at most " + MAX_SHIFTS + " shifts.");
    }
    List<Shift> shifts = new ArrayList<>();
    Set<Object> known = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      Shift shift = shift("shifts[" + i + "]", list.get(i));
      if (!known.add(shift.name())) {
        throw Refused.field("shifts[" + i + "].name", "is the name of another shift, too.");
      }
      if (!known.add(shift.startsAt())) {
        throw Refused.field("shifts[" + i + "].starts_at", "is when another shift starts, too.");
      }
      shifts.add(shift);
    }
    shifts.sort(Comparator.comparing(Shift::startsAt));
    return shifts;
  }

  private static Shift shift(String field, JsonNode shift) {
    if (!shift.isObject()) {
      throw Refused.field(field, "has a name and a time at which it starts.");
    }
    Fields fields = new Fields(shift);
    try {
      String name = fields.text("name", MAX_NAME).strip();
      if (name.isEmpty()) {
        throw Refused.field("name", "is not blank.");
      }
      return new Shift(name, time(fields.requiredText("starts_at")));
    } catch (Refused refused) {
      throw Refused.field(field + "." + refused.field(), told(refused));
    }
  }

  private static String told(Refused refused) {
    return refused.getMessage().substring(refused.field().length() + 1);
  }

  private static LocalTime time(String text) {
    try {
      if (text.length() == "08:00".length()) {
        return LocalTime.parse(text);
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw Refused.field("starts_at", "is a time like 08:00.");
  }
}
