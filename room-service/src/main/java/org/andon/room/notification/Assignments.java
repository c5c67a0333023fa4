package org.andon.room.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.contracts.IncidentRoom;
import org.andon.contracts.RoomEvent;
import org.andon.room.publishing.RoomChanged;

/**
 * Tells who was added to an incident or became its OWNER by somebody else, in the transaction that
 * did it.
 */
@ApplicationScoped
class Assignments {
  private static final String OWNER = "OWNER";

  private final Notifier notifier;

  Assignments(Notifier notifier) {
    this.notifier = notifier;
  }

  void changed(@Observes RoomChanged change) throws SQLException {
    RoomEvent event = change.event();
    Map<String, List<String>> byRole =
        assigned(change).stream()
            .filter(member -> !member.userId().equals(event.change().changedBy()))
            .collect(
                Collectors.groupingBy(
                    IncidentRoom.Member::role,
                    Collectors.mapping(IncidentRoom.Member::userId, Collectors.toList())));
    for (var assigned : byRole.entrySet()) {
      notifier.tell(occurrence(event, assigned.getKey()), assigned.getValue());
    }
  }

  private static List<IncidentRoom.Member> assigned(RoomChanged change) {
    List<IncidentRoom.Member> members = change.event().room().members();
    Object member = change.event().change().to().get("member_id");
    return switch (change.type()) {
      case ROOM_CREATED -> members;
      case MEMBER_ADDED -> members.stream().filter(it -> it.userId().equals(member)).toList();
      case ROLE_CHANGED ->
          members.stream()
              .filter(it -> it.userId().equals(member) && it.role().equals(OWNER))
              .toList();
      case ROOM_UPDATED,
          STATUS_CHANGED,
          ROOM_DELETED,
          MEMBER_REMOVED,
          ALARM_RAISED,
          ALARM_CLEARED ->
          List.of();
    };
  }

  private static Occurrence occurrence(RoomEvent event, String role) {
    UUID roomId = event.room().roomId();
    String id = roomId + ":" + event.version();
    return new Occurrence(
        UUID.nameUUIDFromBytes(id.getBytes(UTF_8)),
        Kind.ASSIGNMENT,
        roomId,
        null,
        null,
        event.change().changedBy(),
        null,
        null,
        Map.of("role", role),
        event.change().changedAt());
  }
}
