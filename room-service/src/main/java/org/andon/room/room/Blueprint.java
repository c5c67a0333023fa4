package org.andon.room.room;

import java.util.List;
import java.util.UUID;

/**
 * What a template gives to a room that is made from it.
 *
 * @param title null when every room needs its own, as {@code description}
 * @param checklist the items' texts, in order
 * @param fields the readings that are expected, in order
 */
public record Blueprint(
    UUID templateId,
    IncidentType incidentType,
    Severity severity,
    String title,
    String description,
    List<FirstMember> members,
    List<String> checklist,
    List<ReadingField> fields) {}
