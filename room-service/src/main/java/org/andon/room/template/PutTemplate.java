package org.andon.room.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.andon.http.Text;
import org.andon.room.room.FirstMember;
import org.andon.room.room.IncidentType;
import org.andon.room.room.ReadingField;
import org.andon.room.room.Severity;

/**
 * The whole of a template, new or in place of what was there.
 *
 * @param alarmLocations where alarms open rooms from it: names of locations, or a beginning and *
 * @param version the version the caller has seen; null to replace whatever there is
 */
record PutTemplate(
    @NotNull @Text(max = 200, required = true, line = true) String name,
    @NotNull IncidentType incidentType,
    @NotNull Severity severity,
    @Text(max = 200, line = true) String title,
    @Text(max = 5_000) String description,
    List<@NotNull @Valid FirstMember> members,
    List<@NotNull @Valid NewStep> checklist,
    List<@NotNull @Valid ReadingField> fields,
    List<@NotNull @Text(max = 200, required = true, line = true) String> alarmLocations,
    Long version) {

  /** One thing to do. */
  record NewStep(@NotNull @Text(max = 500, required = true, line = true) String text) {}

  List<FirstMember> firstMembers() {
    return members == null ? List.of() : members;
  }

  List<NewStep> steps() {
    return checklist == null ? List.of() : checklist;
  }

  List<ReadingField> readings() {
    return fields == null ? List.of() : fields;
  }

  List<String> alarmsAt() {
    return alarmLocations == null
        ? List.of()
        : alarmLocations.stream().map(String::strip).distinct().toList();
  }

  Template as(UUID templateId, long newVersion) {
    return new Template(
        templateId,
        name.strip(),
        incidentType,
        severity,
        emptyToNull(title),
        emptyToNull(description),
        firstMembers(),
        steps().stream().map(step -> new Template.Step(step.text().strip())).toList(),
        readings(),
        alarmsAt(),
        newVersion);
  }

  private static String emptyToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
