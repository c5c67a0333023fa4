package org.andon.room.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A room as the caller sees it.
 *
 * @param firstResponseAt when someone other than the creator first did or wrote something; null
 *     until then
 * @param resolvedAt null again once reopened
 * @param reopenedAt the last time; null if never
 * @param rootCause null until somebody writes it, as {@code correctiveActions} and {@code
 *     preventiveActions}
 * @param downtimeSeconds how long it was active before it was last resolved
 * @param fields the readings that are expected; null, and left out, in a list of rooms
 * @param myRole {@code OWNER}, {@code EDITOR}, {@code VIEWER}, or {@code ADMIN} for a system admin
 * @param version one more with every change, of members too
 */
public record RoomView(
    UUID roomId,
    String title,
    IncidentType incidentType,
    Severity severity,
    RoomStatus status,
    String location,
    String description,
    String createdBy,
    Instant createdAt,
    Instant updatedAt,
    Instant lastActivityAt,
    Instant firstResponseAt,
    Instant resolvedAt,
    Instant reopenedAt,
    String resolutionNotes,
    String rootCause,
    String correctiveActions,
    String preventiveActions,
    long downtimeSeconds,
    Instant archivedAt,
    int memberCount,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<ReadingField> fields,
    String myRole,
    long version) {

  static RoomView of(Room room, String myRole) {
    return of(room, myRole, room.fields);
  }

  static RoomView listed(Room room, String myRole) {
    return of(room, myRole, null);
  }

  private static RoomView of(Room room, String myRole, List<ReadingField> fields) {
    return new RoomView(
        room.roomId,
        room.title,
        room.incidentType,
        room.severity,
        room.status,
        room.location,
        room.description,
        room.createdBy,
        room.createdAt,
        room.updatedAt,
        room.lastActivityAt,
        room.firstResponseAt,
        room.resolvedAt,
        room.reopenedAt,
        room.resolutionNotes,
        room.rootCause,
        room.correctiveActions,
        room.preventiveActions,
        room.downtimeSeconds,
        room.archivedAt,
        room.memberCount,
        fields,
        myRole,
        room.version);
  }
}
