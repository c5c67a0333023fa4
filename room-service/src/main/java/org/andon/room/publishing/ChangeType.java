package org.andon.room.publishing;

/** What can happen to a room, by its name on Kafka. */
public enum ChangeType {
  ROOM_CREATED("andon.room.created"),
  ROOM_UPDATED("andon.room.updated"),
  STATUS_CHANGED("andon.room.status_changed"),
  ROOM_DELETED("andon.room.deleted"),
  MEMBER_ADDED("andon.member.added"),
  MEMBER_REMOVED("andon.member.removed"),
  ROLE_CHANGED("andon.member.role_changed"),
  ALARM_RAISED("andon.room.alarm_raised"),
  ALARM_CLEARED("andon.room.alarm_cleared");

  private final String eventType;

  ChangeType(String eventType) {
    this.eventType = eventType;
  }

  /** The {@code ce_type} header. */
  public String eventType() {
    return eventType;
  }
}
