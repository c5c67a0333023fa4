package org.andon.messaging.room;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Where a machine may write, whether it is a member or not.
 *
 * @param templates every room that was made from one of these
 */
public record MachineScope(Set<UUID> rooms, Set<UUID> templates) {
  static MachineScope of(JsonWebToken token) {
    return new MachineScope(ids(token, "rooms"), ids(token, "templates"));
  }

  private static Set<UUID> ids(JsonWebToken token, String claim) {
    Collection<JsonValue> ids = token.getClaim(claim);
    return ids.stream()
        .map(id -> UUID.fromString(((JsonString) id).getString()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param templateId null for a room without one
   */
  boolean holds(UUID roomId, UUID templateId) {
    return rooms.contains(roomId) || (templateId != null && templates.contains(templateId));
  }
}
