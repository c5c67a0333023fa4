package org.andon.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An incident room with its members.
 *
 * @param incidentType {@code equipment_failure}, {@code material_shortage}, {@code quality_issue},
 *     {@code safety} or {@code other}
 * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}
 * @param status {@code active}, {@code resolved} or {@code archived}
 * @param createdBy user id
 * @param rootCause null until somebody writes it, as {@code correctiveActions} and {@code
 *     preventiveActions}
 * @param deletedAt when the room was deleted; null while it exists
 */
public record IncidentRoom(
    UUID roomId,
    String title,
    String incidentType,
    String severity,
    String status,
    String location,
    String description,
    String createdBy,
    Instant createdAt,
    Instant updatedAt,
    Instant lastActivityAt,
    Instant resolvedAt,
    String resolutionNotes,
    String rootCause,
    String correctiveActions,
    String preventiveActions,
    Instant archivedAt,
    Instant deletedAt,
    int memberCount,
    List<Member> members) {

  /**
   * @param userId mail address, lower case
   * @param role {@code OWNER}, {@code EDITOR} or {@code VIEWER}
   */
  public record Member(String userId, String role) {}
}
