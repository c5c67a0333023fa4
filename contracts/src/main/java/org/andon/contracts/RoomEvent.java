package org.andon.contracts;

import java.time.Instant;
import java.util.Map;

/**
 * A change of an incident room, on {@link TopicNames#ROOMS}.
 *
 * @param room the whole room with its members after the change
 * @param change what was changed
 * @param version the room's version after the change: one more than before it, 1 when created
 */
public record RoomEvent(IncidentRoom room, Change change, long version) {

  /**
   * @param changedBy user id
   * @param from the changed fields before; empty where there was nothing
   * @param to the changed fields after; for a member {@code member_id} and {@code role}
   */
  public record Change(
      String changedBy, Instant changedAt, Map<String, Object> from, Map<String, Object> to) {}
}
