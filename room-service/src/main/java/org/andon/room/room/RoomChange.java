package org.andon.room.room;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.andon.room.publishing.ChangeType;

/**
 * What one step has changed in a room, fields by their JSON names.
 *
 * @param from values before; empty where there was nothing
 * @param to values after
 */
record RoomChange(ChangeType type, Map<String, Object> from, Map<String, Object> to) {

  RoomChange(ChangeType type) {
    this(type, new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** Notes a field, if its value has changed at all. */
  RoomChange with(String field, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      from.put(field, before);
      to.put(field, after);
    }
    return this;
  }

  /** Notes a value that has no counterpart before. */
  RoomChange with(String field, Object after) {
    to.put(field, after);
    return this;
  }

  /**
   * What a field is after an edit, which is noted.
   *
   * @param requested null where the edit does not name the field
   */
  <T> T edited(String field, T before, T requested) {
    if (requested == null) {
      return before;
    }
    with(field, before, requested);
    return requested;
  }

  /** The same for text, which an empty one takes away. */
  String editedText(String field, String before, String requested) {
    if (requested == null) {
      return before;
    }
    String next = Room.emptyToNull(requested);
    with(field, before, next);
    return next;
  }

  /** Whether this is somebody's own going, which is no answer to the incident. */
  boolean isLeavingOf(String userId) {
    return type == ChangeType.MEMBER_REMOVED && userId.equals(to.get("member_id"));
  }

  /** Whether people have to look at the incident again: it was reopened, or is worse. */
  boolean callsAgain() {
    return to.get("status") == RoomStatus.ACTIVE
        || from.get("severity") instanceof Severity before
            && to.get("severity") instanceof Severity after
            && after.compareTo(before) > 0;
  }

  boolean isEmpty() {
    return to.isEmpty();
  }
}
