package org.andon.auth.machine;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/**
 * Where a machine may write.
 *
 * @param rooms room ids
 * @param templates template ids: every room that is made from one of them
 */
record Scope(List<@NotNull UUID> rooms, List<@NotNull UUID> templates) {

  Scope {
    rooms = distinct(rooms);
    templates = distinct(templates);
  }

  private static List<UUID> distinct(List<UUID> ids) {
    return ids == null ? List.of() : ids.stream().distinct().toList();
  }

  int size() {
    return rooms.size() + templates.size();
  }
}
