package org.andon.room.room;

import org.andon.http.CurrentUser;

/** Who may do what in a room. A system admin may do anything an owner may. */
final class RoomAccess {
  private RoomAccess() {}

  static void requireMember(Role role, CurrentUser user) {
    if (role == null && !user.isAdmin()) {
      throw new RoomException.Forbidden("Only members may see this room.");
    }
  }

  static void requireWriter(Role role, CurrentUser user) {
    requireMember(role, user);
    if (role != Role.OWNER && role != Role.EDITOR && !user.isAdmin()) {
      throw new RoomException.Forbidden("Only owners and editors may do this.");
    }
  }

  static void requireOwner(Role role, CurrentUser user) {
    requireMember(role, user);
    if (!isManager(role, user)) {
      throw new RoomException.Forbidden("Only an owner may do this.");
    }
  }

  static boolean isManager(Role role, CurrentUser user) {
    return role == Role.OWNER || user.isAdmin();
  }

  /** What {@code my_role} says. */
  static String shownRole(Role role, CurrentUser user) {
    return user.isAdmin() ? "ADMIN" : role.name();
  }
}
