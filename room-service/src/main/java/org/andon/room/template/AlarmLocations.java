package org.andon.room.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.andon.room.room.FirstMember;
import org.andon.room.room.Role;
import org.andon.room.room.RoomException;

/** Which alarms a template is for: names of locations, or beginnings of them with a star after. */
final class AlarmLocations {
  private static final String FIELD = "alarm_locations";
  private static final String STAR = "*";

  private AlarmLocations() {}

  /**
   * @throws RoomException.InvalidField if alarms could not open a room that somebody looks after
   */
  static void check(List<String> locations, List<FirstMember> members) {
    for (int i = 0; i < locations.size(); i++) {
      int star = locations.get(i).indexOf(STAR);
      if (star >= 0 && star < locations.get(i).length() - 1) {
        throw new RoomException.InvalidField(
            FIELD + "[" + i + "]", "has a * elsewhere than at its end");
      }
    }
    if (!locations.isEmpty() && members.stream().noneMatch(it -> it.role() == Role.OWNER)) {
      throw new RoomException.InvalidField(
          FIELD, "needs an OWNER among the members, for rooms that alarms open");
    }
  }

  /** All that would stand for a location, the most exact first. */
  static List<String> matching(String location) {
    List<String> matching = new ArrayList<>();
    matching.add(location);
    for (int end = location.codePointCount(0, location.length()); end >= 0; end--) {
      matching.add(location.substring(0, location.offsetByCodePoints(0, end)) + STAR);
    }
    return matching;
  }

  /** The template that names the location most exactly comes first, then the oldest. */
  static Comparator<Template> bestFor(List<String> matching) {
    return Comparator.<Template>comparingInt(
            template ->
                template.alarmLocations().stream()
                    .mapToInt(matching::indexOf)
                    .filter(index -> index >= 0)
                    .min()
                    .orElse(matching.size()))
        .thenComparing(template -> template.templateId().toString());
  }
}
