package org.andon.room.room;

import java.time.Instant;
import java.util.UUID;

/**
 * A room as the caller sees it.
 *
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
    Instant resolvedAt,
    String resolutionNotes,
    Instant archivedAt,
    int memberCount,
    String myRole,
    long version) {

  static RoomView of(Room room, String myRole) {
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
        room.resolvedAt,
        room.resolutionNotes,
        room.archivedAt,
        room.memberCount,
        myRole,
        room.version);
  }
}
