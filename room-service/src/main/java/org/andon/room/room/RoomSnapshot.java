package org.andon.room.room;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.andon.contracts.IncidentRoom;

/** The whole room as it goes to Kafka. */
final class RoomSnapshot {
  private RoomSnapshot() {}

  static IncidentRoom of(Room room) {
    return new IncidentRoom(
        room.roomId,
        room.title,
        Wire.name(room.incidentType),
        Wire.name(room.severity),
        Wire.name(room.status),
        room.location,
        room.description,
        room.createdBy,
        room.createdAt,
        room.updatedAt,
        room.lastActivityAt,
        room.resolvedAt,
        room.resolutionNotes,
        room.rootCause,
        room.correctiveActions,
        room.preventiveActions,
        room.archivedAt,
        room.deletedAt,
        room.memberCount,
        members(room),
        room.fields.stream().map(RoomSnapshot::field).toList(),
        room.templateId,
        checklist(room));
  }

  private static List<IncidentRoom.ChecklistItem> checklist(Room room) {
    return room.checklist.entrySet().stream()
        .sorted(Comparator.comparing(item -> item.getValue().position()))
        .map(
            item ->
                new IncidentRoom.ChecklistItem(
                    item.getKey(), item.getValue().text(), item.getValue().isDone()))
        .toList();
  }

  private static IncidentRoom.Field field(ReadingField field) {
    return new IncidentRoom.Field(
        field.name(),
        field.label(),
        field.unit(),
        Wire.name(field.type()),
        field.low(),
        field.high(),
        field.choices());
  }

  private static List<IncidentRoom.Member> members(Room room) {
    return room.members.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new IncidentRoom.Member(entry.getKey(), entry.getValue().role().name()))
        .toList();
  }
}
