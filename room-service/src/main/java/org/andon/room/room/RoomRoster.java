package org.andon.room.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.andon.room.room.RoomEditor.Permission;
import org.andon.room.web.CurrentUser;

/** Who is in a room, and as what. User ids come in as they are kept: lower case. */
@ApplicationScoped
public class RoomRoster {
  private final RoomRepository rooms;
  private final RoomEditor editor;

  RoomRoster(RoomRepository rooms, RoomEditor editor) {
    this.rooms = rooms;
    this.editor = editor;
  }

  /** In the order they joined. For members. */
  @Transactional
  public List<MemberView> list(UUID roomId, CurrentUser user) {
    SeenRoom seen =
        rooms.seenBy(roomId, user.id()).orElseThrow(() -> new RoomException.RoomNotFound(roomId));
    RoomAccess.requireMember(seen.role(), user);
    return seen.room().members.entrySet().stream()
        .map(entry -> MemberView.of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(MemberView::joinedAt).thenComparing(MemberView::userId))
        .toList();
  }

  /** Adds someone, or changes the role. For owners. */
  public MemberView put(UUID roomId, String userId, Role role, CurrentUser user) {
    Room room =
        editor.change(
            roomId,
            user,
            RoomEditor.OWNER,
            (it, now) -> {
              it.requireWritable();
              return it.putMember(userId, role, now);
            });
    return MemberView.of(userId, room.members.get(userId));
  }

  /** For owners; and everyone may leave. */
  public void remove(UUID roomId, String userId, CurrentUser user) {
    Permission may = userId.equals(user.id()) ? RoomEditor.MEMBER : RoomEditor.OWNER;
    editor.change(
        roomId,
        user,
        may,
        (room, now) -> {
          room.requireWritable();
          return room.removeMember(userId);
        });
  }

  /** Makes a member an owner in the caller's place. For owners. */
  public RoomView transfer(UUID roomId, String newOwner, CurrentUser user) {
    Room room =
        editor.change(
            roomId,
            user,
            RoomEditor.OWNER,
            (it, now) -> {
              it.requireWritable();
              return it.transferOwnership(user.id(), newOwner, now);
            });
    return RoomView.of(room, RoomAccess.shownRole(room.roleOf(user.id()), user));
  }
}
