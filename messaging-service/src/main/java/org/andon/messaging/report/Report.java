package org.andon.messaging.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.incidentdata.Readings.Measured;
import org.andon.messaging.report.IncidentClient.ChecklistItem;
import org.andon.messaging.report.IncidentClient.Incident;
import org.andon.messaging.report.IncidentClient.Member;
import org.andon.messaging.report.RoomFilesClient.Attachment;

/**
 * All that a report tells but the timeline, as it was when somebody asked for it.
 *
 * @param names what people are called, by user id; not all have a known name
 * @param previews JPEGs by file
 * @param lastSequence the timeline goes up to here
 */
record Report(
    Incident incident,
    List<Member> members,
    Map<String, String> names,
    List<ChecklistItem> checklist,
    Map<UUID, Attachment> files,
    Map<UUID, byte[]> previews,
    List<Measured> readings,
    long lastSequence,
    Instant writtenAt,
    String writtenBy) {

  String nameOf(String userId) {
    return names.getOrDefault(userId, userId);
  }

  boolean active() {
    return incident.status().equals("active");
  }

  /** How long the incident has been active altogether, up to now if it still is. */
  Duration downtime() {
    Duration before = Duration.ofSeconds(incident.downtimeSeconds());
    Instant since = incident.reopenedAt() == null ? incident.createdAt() : incident.reopenedAt();
    return active() ? before.plus(Duration.between(since, writtenAt)) : before;
  }
}
