package org.andon.room.room;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.andon.http.Text;

/**
 * A new room.
 *
 * @param templateId the template that gives what is null here, more members and the checklist;
 *     without one, title, type and severity are needed
 * @param members people to add at once besides the caller, who becomes an OWNER
 */
record CreateRoom(
    @Text(max = 200, required = true, line = true) String title,
    IncidentType incidentType,
    Severity severity,
    @Text(max = 200, line = true) String location,
    @Text(max = 5_000) String description,
    UUID templateId,
    List<@NotNull @Valid FirstMember> members) {}
