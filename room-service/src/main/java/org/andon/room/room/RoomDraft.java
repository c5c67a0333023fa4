package org.andon.room.room;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * All that a new room needs to know: what was asked for, and for the rest its template.
 *
 * @param templateId null for a room without template
 */
record RoomDraft(
    @NotNull String title,
    @NotNull IncidentType incidentType,
    @NotNull Severity severity,
    String location,
    String description,
    UUID templateId,
    List<FirstMember> members,
    List<String> checklist,
    List<ReadingField> fields) {
  private static final Blueprint BLANK =
      new Blueprint(null, null, null, null, null, List.of(), List.of(), List.of());

  static RoomDraft of(CreateRoom request) {
    return of(request, BLANK);
  }

  /** Who is in both has the role that was asked for. */
  static RoomDraft of(CreateRoom request, Blueprint template) {
    List<FirstMember> asked = request.members() == null ? List.of() : request.members();
    FirstMember.requireOneRoleEach(asked);
    List<FirstMember> members = new ArrayList<>(template.members());
    members.addAll(asked);
    return new RoomDraft(
        or(request.title(), template.title()),
        or(request.incidentType(), template.incidentType()),
        or(request.severity(), template.severity()),
        request.location(),
        or(request.description(), template.description()),
        template.templateId(),
        members,
        template.checklist(),
        template.fields());
  }

  /** What a machine opens, where no person says more than the template. */
  static RoomDraft of(Blueprint template, String title, String location, Severity severity) {
    return new RoomDraft(
        title,
        template.incidentType(),
        or(severity, template.severity()),
        location,
        template.description(),
        template.templateId(),
        template.members(),
        template.checklist(),
        template.fields());
  }

  private static <T> T or(T asked, T template) {
    return asked == null ? template : asked;
  }
}
