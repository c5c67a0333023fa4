package org.andon.room.room;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.room.publishing.ChangeType;
import org.hibernate.annotations.ColumnTransformer;

/**
 * An incident room and its members: the rules that hold whoever asks. Each step returns what it has
 * changed, which is empty when all was so already.
 */
@Entity
@Table(name = "rooms")
class Room {
  @Id UUID roomId;
  String title;

  @Enumerated(EnumType.STRING)
  IncidentType incidentType;

  @Enumerated(EnumType.STRING)
  Severity severity;

  @Enumerated(EnumType.STRING)
  RoomStatus status;

  String location;
  String description;
  String createdBy;
  Instant createdAt;
  Instant updatedAt;
  Instant lastActivityAt;

  /** When someone other than the creator first did or wrote something. */
  Instant firstResponseAt;

  /** Since when the incident waits for a response anew; null if it does not. */
  Instant calledAgainAt;

  String calledAgainBy;

  Instant resolvedAt;
  Instant reopenedAt;
  String resolutionNotes;
  String rootCause;
  String correctiveActions;
  String preventiveActions;

  /** How long the room was active before it was last resolved: what the incident has cost. */
  long downtimeSeconds;

  Instant archivedAt;
  Instant deletedAt;

  /** Kept beside the members, so that a list need not count them. */
  int memberCount;

  /** The readings that are expected; in the order they are asked for. */
  @Convert(converter = ReadingFieldsColumn.class)
  @ColumnTransformer(write = "cast(? as json)")
  List<ReadingField> fields;

  /** What the room was made from, whatever has become of it; null for none. */
  UUID templateId;

  long version;

  @ElementCollection
  @CollectionTable(name = "room_members", joinColumns = @JoinColumn(name = "room_id"))
  @MapKeyColumn(name = "user_id")
  Map<String, Member> members = new HashMap<>();

  @ElementCollection
  @CollectionTable(name = "room_checklist_items", joinColumns = @JoinColumn(name = "room_id"))
  @MapKeyColumn(name = "item_id")
  Map<UUID, ChecklistItem> checklist = new HashMap<>();

  protected Room() {}

  Room(RoomDraft draft, String creator, Instant now) {
    this(draft, creator, true, now);
  }

  /** Opened by a machine, which is no member. */
  static Room openedBy(String machine, RoomDraft draft, Instant now) {
    return new Room(draft, machine, false, now);
  }

  private Room(RoomDraft draft, String creator, boolean joins, Instant now) {
    roomId = UuidCreator.getTimeOrderedEpoch();
    title = draft.title().strip();
    incidentType = draft.incidentType();
    severity = draft.severity();
    status = RoomStatus.ACTIVE;
    location = emptyToNull(draft.location());
    description = emptyToNull(draft.description());
    templateId = draft.templateId();
    fields = draft.fields();
    createdBy = creator;
    createdAt = now;
    lastActivityAt = now;
    draft.members().forEach(m -> members.put(m.userId(), new Member(m.role(), now)));
    if (joins) {
      members.put(creator, new Member(Role.OWNER, now));
    }
    for (String text : draft.checklist()) {
      checklist.put(
          UuidCreator.getTimeOrderedEpoch(), new ChecklistItem(checklist.size(), text, null, null));
    }
  }

  RoomChange created() {
    RoomChange change =
        new RoomChange(ChangeType.ROOM_CREATED)
            .with("title", title)
            .with("incident_type", incidentType)
            .with("severity", severity)
            .with("status", status);
    return templateId == null ? change : change.with("template_id", templateId);
  }

  RoomChange edit(UpdateRoom request) {
    RoomChange change = new RoomChange(ChangeType.ROOM_UPDATED);
    title = change.edited("title", title, strip(request.title()));
    incidentType = change.edited("incident_type", incidentType, request.incidentType());
    severity = change.edited("severity", severity, request.severity());
    location = change.editedText("location", location, request.location());
    description = change.editedText("description", description, request.description());
    rootCause = change.editedText("root_cause", rootCause, request.rootCause());
    correctiveActions =
        change.editedText("corrective_actions", correctiveActions, request.correctiveActions());
    preventiveActions =
        change.editedText("preventive_actions", preventiveActions, request.preventiveActions());
    fields = change.edited("fields", fields, request.fields());
    return change;
  }

  private static String strip(String text) {
    return text == null ? null : text.strip();
  }

  RoomChange changeStatus(ChangeStatus request, Instant now) {
    RoomStatus next = request.status();
    if (!status.mayBecome(next)) {
      throw new RoomException.InvalidTransition(status, next);
    }
    RoomChange change = new RoomChange(ChangeType.STATUS_CHANGED).with("status", status, next);
    switch (next) {
      case RESOLVED -> {
        String notes = emptyToNull(request.resolutionNotes());
        if (notes == null) {
          throw new RoomException.InvalidField("resolution_notes", "is needed to resolve");
        }
        change.with("resolution_notes", resolutionNotes, notes);
        resolvedAt = now;
        downtimeSeconds +=
            Duration.between(reopenedAt == null ? createdAt : reopenedAt, now).toSeconds();
        resolutionNotes = notes;
      }
      case ACTIVE -> {
        change.with("resolution_notes", resolutionNotes, null);
        resolvedAt = null;
        reopenedAt = now;
        resolutionNotes = null;
      }
      case ARCHIVED -> archivedAt = now;
    }
    status = next;
    return change;
  }

  RoomChange delete(Instant now) {
    deletedAt = now;
    return new RoomChange(ChangeType.ROOM_DELETED).with("deleted_at", now);
  }

  RoomChange putMember(String userId, Role role, Instant now) {
    Member before = members.get(userId);
    if (before == null) {
      members.put(userId, new Member(role, now));
      return new RoomChange(ChangeType.MEMBER_ADDED).with("member_id", userId).with("role", role);
    }
    RoomChange change = new RoomChange(ChangeType.ROLE_CHANGED);
    if (before.role() != role) {
      if (before.role() == Role.OWNER) {
        requireOwnerBesides(userId);
      }
      members.put(userId, new Member(role, before.joinedAt()));
      change.from().put("member_id", userId);
      change.with("member_id", userId).with("role", before.role(), role);
    }
    return change;
  }

  RoomChange removeMember(String userId) {
    Member before = members.get(userId);
    if (before == null) {
      throw new RoomException.MemberNotFound(userId);
    }
    requireOwnerBesides(userId);
    members.remove(userId);
    RoomChange change = new RoomChange(ChangeType.MEMBER_REMOVED).with("member_id", userId);
    change.from().put("member_id", userId);
    change.from().put("role", before.role());
    return change;
  }

  /**
   * Who hands over becomes EDITOR: the caller, if an owner; else, when an admin calls, the room's
   * one owner. Where several are owners nobody is meant, and the admin only makes one more.
   */
  RoomChange transferOwnership(String caller, String newOwner, Instant now) {
    if (!members.containsKey(newOwner)) {
      throw new RoomException.InvalidField("user_id", "is not a member of this room");
    }
    String giver = roleOf(caller) == Role.OWNER ? caller : onlyOwner();
    RoomChange change = putMember(newOwner, Role.OWNER, now);
    if (giver != null && !giver.equals(newOwner)) {
      members.put(giver, new Member(Role.EDITOR, members.get(giver).joinedAt()));
      change.with("member_id", newOwner).with("role", Role.OWNER).with("transferred_from", giver);
    }
    return change;
  }

  /** Null when there are several. */
  private String onlyOwner() {
    List<String> owners =
        members.entrySet().stream()
            .filter(it -> it.getValue().role() == Role.OWNER)
            .map(Map.Entry::getKey)
            .toList();
    return owners.size() == 1 ? owners.getFirst() : null;
  }

  /** An item as it was and as it is: the one thing in the room that has changed. */
  RoomChange mark(UUID itemId, boolean done, String userId, Instant now) {
    ChecklistItem before = checklist.get(itemId);
    if (before == null) {
      throw new RoomException.ItemNotFound(itemId);
    }
    RoomChange change = new RoomChange(ChangeType.ROOM_UPDATED);
    if (before.isDone() != done) {
      checklist.put(itemId, done ? before.done(userId, now) : before.open());
      change.with("checklist_item", told(itemId, before, !done), told(itemId, before, done));
    }
    return change;
  }

  private static Map<String, Object> told(UUID itemId, ChecklistItem item, boolean done) {
    return Map.of("item_id", itemId, "text", item.text(), "done", done);
  }

  /** Null for someone who is not a member. */
  Role roleOf(String userId) {
    Member member = members.get(userId);
    return member == null ? null : member.role();
  }

  /** Counts a change that has been made, the first one too. */
  void touch(Instant now) {
    version++;
    updatedAt = now;
    // A message may bear the time of a clock that is ahead of ours.
    lastActivityAt = now.isAfter(lastActivityAt) ? now : lastActivityAt;
    memberCount = members.size();
  }

  /** Reopened, or worse than it was: whoever responded may think it over. */
  void callAgain(String userId, Instant now) {
    calledAgainAt = now;
    calledAgainBy = userId;
  }

  /** Notes that somebody has done something here. */
  void answered(String userId, Instant now) {
    if (firstResponseAt == null && !userId.equals(createdBy)) {
      firstResponseAt = now;
    }
    if (calledAgainBy != null && !userId.equals(calledAgainBy)) {
      calledAgainAt = null;
      calledAgainBy = null;
    }
  }

  void requireWritable() {
    if (status == RoomStatus.ARCHIVED) {
      throw new RoomException.RoomArchived();
    }
  }

  /** Null asks for nothing. */
  void requireVersion(Long known) {
    if (known != null && known != version) {
      throw new RoomException.VersionConflict(version);
    }
  }

  private void requireOwnerBesides(String userId) {
    boolean another =
        members.entrySet().stream()
            .anyMatch(it -> it.getValue().role() == Role.OWNER && !it.getKey().equals(userId));
    if (!another) {
      throw new RoomException.LastOwner();
    }
  }

  static String emptyToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
