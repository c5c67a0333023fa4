package org.andon.room.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.andon.http.CurrentUser;
import org.andon.http.Cursor;
import org.andon.http.Page;
import org.andon.http.PageRequest;
import org.andon.room.room.RoomEditor.Permission;

/** Who is in a room, and as what. User ids come in as they are kept: lower case. */
@ApplicationScoped
public class RoomRoster {
  private static final Comparator<MemberView> JOINED =
      Comparator.comparing(MemberView::joinedAt).thenComparing(MemberView::userId);

  private final RoomRepository rooms;
  private final RoomEditor editor;

  RoomRoster(RoomRepository rooms, RoomEditor editor) {
    this.rooms = rooms;
    this.editor = editor;
  }

  /** In the order they joined, which no change of role moves. For members. */
  @Transactional
  public Page<MemberView> list(UUID roomId, PageRequest request, CurrentUser user) {
    int limit = request.size();
    MemberView last = Cursor.parse(request.cursor, 2, RoomRoster::place);
    List<MemberView> found =
        rooms.forMember(roomId, user).room().members.entrySet().stream()
            .map(entry -> MemberView.of(entry.getKey(), entry.getValue()))
            .filter(member -> last == null || JOINED.compare(member, last) > 0)
            .sorted(JOINED)
            .limit(limit + 1L)
            .toList();
    return Page.of(
        found, limit, shown -> Cursor.of(shown.joinedAt().toEpochMilli(), shown.userId()));
  }

  private static MemberView place(String[] words) {
    return new MemberView(words[1], null, Instant.ofEpochMilli(Long.parseLong(words[0])));
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

  /**
   * For owners; and everyone may leave. From an archived room owners alone remove people: whatever
   * else is read-only there, reading must be possible to end.
   */
  public void remove(UUID roomId, String userId, CurrentUser user) {
    Permission may = userId.equals(user.id()) ? RoomEditor.MEMBER : RoomEditor.OWNER;
    editor.change(
        roomId,
        user,
        may,
        (room, now) -> {
          if (!RoomAccess.isManager(room.roleOf(user.id()), user)) {
            room.requireWritable();
          }
          return room.removeMember(userId);
        });
  }

  /**
   * Makes a member an owner in the caller's place, or, for an admin who is none, in that of the
   * room's one owner. For owners.
   */
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
