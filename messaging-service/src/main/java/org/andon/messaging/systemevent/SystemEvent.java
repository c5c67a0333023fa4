package org.andon.messaging.systemevent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.andon.contracts.IncidentRoom;
import org.andon.contracts.RoomEvent;

/**
 * What a system message says beyond who and when; what an event does not need is absent.
 *
 * @param event its name, as {@code websocket-protocol.md} lists them
 * @param changes values {@code from} and {@code to} by field
 * @param alarm what a plant system said
 * @param members all of a new room's first members
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SystemEvent(
    String event,
    String from,
    String to,
    String note,
    Map<String, FromTo> changes,
    String memberId,
    String role,
    List<IncidentRoom.Member> members,
    Map<?, ?> alarm) {

  /** Present also where there is nothing: that is what has changed. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record FromTo(Object from, Object to) {}

  /** Empty for events that nobody is told of in the room. */
  static Optional<SystemEvent> of(String type, RoomEvent event) {
    Map<String, Object> from = event.change().from();
    Map<String, Object> to = event.change().to();
    return Optional.ofNullable(
        switch (type) {
          case "andon.room.created" ->
              new SystemEvent(
                  "room_created", null, null, null, null, null, null, event.room().members(), null);
          case "andon.room.updated" ->
              new SystemEvent(
                  "room_updated", null, null, null, changes(from, to), null, null, null, null);
          case "andon.room.status_changed" ->
              new SystemEvent(
                  "room_status_changed",
                  text(from, "status"),
                  text(to, "status"),
                  text(to, "resolution_notes"),
                  null,
                  null,
                  null,
                  null,
                  null);
          case "andon.member.added" -> ofMember("member_added", to, to);
          case "andon.member.removed" -> ofMember("member_removed", to, from);
          case "andon.member.role_changed" ->
              ofMember(
                  to.containsKey("transferred_from") ? "ownership_transferred" : "role_changed",
                  to,
                  to);
          case "andon.room.alarm_raised" -> ofAlarm("alarm_raised", to);
          case "andon.room.alarm_cleared" -> ofAlarm("alarm_cleared", to);
          default -> null;
        });
  }

  private static SystemEvent ofAlarm(String event, Map<String, Object> to) {
    Map<?, ?> alarm = to.get("alarm") instanceof Map<?, ?> told ? told : null;
    return new SystemEvent(event, null, null, null, null, null, null, null, alarm);
  }

  private static SystemEvent ofMember(
      String event, Map<String, Object> member, Map<String, Object> role) {
    return new SystemEvent(
        event, null, null, null, null, text(member, "member_id"), text(role, "role"), null, null);
  }

  private static Map<String, FromTo> changes(Map<String, Object> from, Map<String, Object> to) {
    Map<String, FromTo> changes = new LinkedHashMap<>();
    to.forEach((field, value) -> changes.put(field, change(from.get(field), value)));
    return changes;
  }

  /** Of a list that has changed, the entries that are gone, and those that are new. */
  private static FromTo change(Object before, Object after) {
    return before instanceof List<?> gone && after instanceof List<?> come
        ? new FromTo(without(gone, come), without(come, gone))
        : new FromTo(before, after);
  }

  private static List<?> without(List<?> entries, List<?> others) {
    return entries.stream().filter(entry -> !others.contains(entry)).toList();
  }

  private static String text(Map<String, Object> fields, String field) {
    return fields.get(field) instanceof String text ? text : null;
  }
}
