package org.andon.room.template;

import java.util.List;
import java.util.UUID;
import org.andon.room.room.Blueprint;
import org.andon.room.room.FirstMember;
import org.andon.room.room.IncidentType;
import org.andon.room.room.ReadingField;
import org.andon.room.room.Severity;

/**
 * A template, as it is kept and as it is shown.
 *
 * @param title what rooms are called, null when each needs its own; {@code description} alike
 * @param members who is in the room from the start, besides the one who opens it
 * @param fields the readings that are expected of a room, in order
 * @param alarmLocations where alarms open rooms from it: names, or a beginning with a {@code *}
 * @param version one more with every change, from 1
 */
record Template(
    UUID templateId,
    String name,
    IncidentType incidentType,
    Severity severity,
    String title,
    String description,
    List<FirstMember> members,
    List<Step> checklist,
    List<ReadingField> fields,
    List<String> alarmLocations,
    long version) {

  /** One thing to do. */
  record Step(String text) {}

  Blueprint blueprint() {
    return new Blueprint(
        templateId,
        incidentType,
        severity,
        title,
        description,
        members,
        checklist.stream().map(Step::text).toList(),
        fields);
  }
}
