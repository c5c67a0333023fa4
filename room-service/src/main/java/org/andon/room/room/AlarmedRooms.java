package org.andon.room.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.UUID;
import org.andon.http.Text;
import org.andon.room.publishing.ChangeType;

/** Rooms as alarms open and tell in them. No person asks, so nobody's role is looked at. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class AlarmedRooms {
  /** Who did it, in a form that no person is called by. */
  static final String MACHINE = "machine:plant.alarms.v1";

  private static final int MAX_TITLE = 200;

  private final RoomRepository rooms;
  private final RoomEditor editor;

  AlarmedRooms(RoomRepository rooms, RoomEditor editor) {
    this.rooms = rooms;
    this.editor = editor;
  }

  /**
   * Tells of it in the active room that the template made for the location, or in a new one. Nobody
   * else may do so for the two meanwhile.
   *
   * @param severity null for that of the template
   * @param alarm by its names in JSON
   */
  public UUID raise(
      Blueprint template,
      String location,
      Severity severity,
      String text,
      Map<String, Object> alarm) {
    Room room =
        rooms
            .lockActive(template.templateId(), location)
            .orElseGet(
                () ->
                    editor.open(
                        RoomDraft.of(template, title(template, text), location, severity),
                        MACHINE));
    editor.note(room, new RoomChange(ChangeType.ALARM_RAISED).with("alarm", alarm), MACHINE);
    return room.roomId;
  }

  private static String title(Blueprint template, String text) {
    String line = text.strip().lines().findFirst().orElse("");
    String title =
        Text.Check.asLine(template.title() == null ? line : template.title() + ": " + line);
    return title.codePointCount(0, title.length()) <= MAX_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE - 1)) + "…";
  }

  /** Tells of it, unless the room is gone or read-only by now; says whether it did. */
  public boolean clear(UUID roomId, Map<String, Object> alarm) {
    var room = rooms.lock(roomId).filter(it -> it.status != RoomStatus.ARCHIVED);
    room.ifPresent(
        it ->
            editor.note(
                it, new RoomChange(ChangeType.ALARM_CLEARED).with("alarm", alarm), MACHINE));
    return room.isPresent();
  }
}
