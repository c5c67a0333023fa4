package org.andon.messaging.room;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.andon.contracts.IncidentRoom;
import org.andon.contracts.RoomEvent;

/**
 * A room with its members at one version.
 *
 * @param members roles by user id
 */
public record RoomSnapshot(
    UUID roomId,
    String title,
    String status,
    boolean deleted,
    Map<String, Role> members,
    long version) {
  static final String ARCHIVED = "archived";

  static RoomSnapshot of(RoomEvent event) {
    IncidentRoom room = event.room();
    Map<String, Role> members = new java.util.HashMap<>();
    room.members().forEach(m -> members.put(m.userId(), Role.valueOf(m.role())));
    return new RoomSnapshot(
        room.roomId(),
        room.title(),
        room.status(),
        room.deletedAt() != null,
        Map.copyOf(members),
        event.version());
  }

  public boolean archived() {
    return status.equals(ARCHIVED);
  }

  public Optional<Role> roleOf(String userId) {
    return Optional.ofNullable(members.get(userId));
  }
}
