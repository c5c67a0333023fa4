package org.andon.room.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.http.CurrentUser;
import org.andon.http.Cursor;
import org.andon.http.Page;
import org.andon.http.PageRequest;

/** What is to be done in a room: its own copy of its template's checklist. */
@ApplicationScoped
public class RoomChecklist {
  private final RoomRepository rooms;
  private final RoomEditor editor;

  RoomChecklist(RoomRepository rooms, RoomEditor editor) {
    this.rooms = rooms;
    this.editor = editor;
  }

  /** In the template's order, which nothing changes. For members. */
  @Transactional
  public Page<ChecklistItemView> list(UUID roomId, PageRequest request, CurrentUser user) {
    int limit = request.size();
    Integer last = Cursor.parse(request.cursor, 1, words -> Integer.valueOf(words[0]));
    List<Map.Entry<UUID, ChecklistItem>> found =
        rooms.forMember(roomId, user).room().checklist.entrySet().stream()
            .filter(item -> last == null || item.getValue().position() > last)
            .sorted(Comparator.comparing(item -> item.getValue().position()))
            .limit(limit + 1L)
            .toList();
    return Page.of(found, limit, item -> Cursor.of(item.getValue().position()))
        .map(item -> ChecklistItemView.of(item.getKey(), item.getValue()));
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
