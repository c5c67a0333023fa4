package org.andon.contracts;

import java.math.BigDecimal;
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
 * @param fields the readings that are expected, in the order they are asked for
 * @param templateId what the room was made from; null for none
 * @param checklist what is to be done, in its order; null in events of before it was told
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
    List<Member> members,
    List<Field> fields,
    UUID templateId,
    List<ChecklistItem> checklist) {

  /** Events of before there were any have none. */
  public IncidentRoom {
    fields = fields == null ? List.of() : fields;
  }

  /**
   * @param userId mail address, lower case
   * @param role {@code OWNER}, {@code EDITOR} or {@code VIEWER}
   */
  public record Member(String userId, String role) {}

  /** One thing to do. */
  public record ChecklistItem(UUID itemId, String text, boolean done) {}

  /**
   * A reading that the room expects.
   *
   * @param name its key in the content of an {@code incident_data} message
   * @param label what people are shown; null for the name
   * @param unit null for none
   * @param type {@code number}, {@code integer}, {@code text}, {@code boolean} or {@code choice}
   * @param low the least value within limits, null for none; {@code high} the greatest
   * @param choices empty unless that is its type
   */
  public record Field(
      String name,
      String label,
      String unit,
      String type,
      BigDecimal low,
      BigDecimal high,
      List<String> choices) {}
}
