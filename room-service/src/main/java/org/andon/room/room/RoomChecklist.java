package org.andon.room.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.andon.room.web.CurrentUser;

/** What is to be done in a room: its own copy of its template's checklist. */
@ApplicationScoped
public class RoomChecklist {
  private final RoomRepository rooms;
  private final RoomEditor editor;

  RoomChecklist(RoomRepository rooms, RoomEditor editor) {
    this.rooms = rooms;
    this.editor = editor;
  }

  /** In the template's order. For members. */
  @Transactional
  public List<ChecklistItemView> list(UUID roomId, CurrentUser user) {
    return rooms.forMember(roomId, user).room().checklist.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().position()))
        .map(entry -> ChecklistItemView.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Ticks an item off, or opens it again. For owners and editors. */
  public ChecklistItemView mark(UUID roomId, UUID itemId, boolean done, CurrentUser user) {
    Room room =
        editor.change(
            roomId,
            user,
            RoomEditor.WRITER,
            (it, now) -> {
              it.requireWritable();
              return it.mark(itemId, done, user.id(), now);
            });
    return ChecklistItemView.of(itemId, room.checklist.get(itemId));
  }
}
