package org.andon.room.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.andon.room.web.CurrentUser;

/** What people do with a room as a whole. */
@ApplicationScoped
class RoomService {
  private final RoomRepository rooms;
  private final RoomEditor editor;

  RoomService(RoomRepository rooms, RoomEditor editor) {
    this.rooms = rooms;
    this.editor = editor;
  }

  RoomView create(CreateRoom request, CurrentUser user) {
    return view(editor.create(request, user), user);
  }

  RoomView get(UUID roomId, CurrentUser user) {
    SeenRoom seen =
        rooms.seenBy(roomId, user.id()).orElseThrow(() -> new RoomException.RoomNotFound(roomId));
    RoomAccess.requireMember(seen.role(), user);
    return RoomView.of(seen.room(), RoomAccess.shownRole(seen.role(), user));
  }

  RoomView edit(UUID roomId, UpdateRoom request, CurrentUser user) {
    return view(
        editor.change(
            roomId,
            user,
            RoomEditor.OWNER,
            (room, now) -> {
              room.requireWritable();
              room.requireVersion(request.version());
              return room.edit(request);
            }),
        user);
  }

  RoomView changeStatus(UUID roomId, ChangeStatus request, CurrentUser user) {
    return view(
        editor.change(
            roomId, user, RoomEditor.OWNER, (room, now) -> room.changeStatus(request, now)),
        user);
  }

  void delete(UUID roomId, CurrentUser user) {
    editor.change(roomId, user, RoomEditor.OWNER, Room::delete);
  }

  private static RoomView view(Room room, CurrentUser user) {
    return RoomView.of(room, RoomAccess.shownRole(room.roleOf(user.id()), user));
  }
}
