package org.andon.room.room;

import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A member from the start. */
public record FirstMember(@NotNull @UserId.Valid String userId, @NotNull Role role) {
  public FirstMember {
    userId = UserId.normalized(userId);
  }

  /**
   * @throws RoomException.InvalidField if somebody is listed as two things
   */
  public static void requireOneRoleEach(List<FirstMember> members) {
    Map<String, Role> roles = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      Role other = roles.put(members.get(i).userId(), members.get(i).role());
      if (other != null && other != members.get(i).role()) {
        throw new RoomException.InvalidField(
            "members[" + i + "].role", "is another than further up for the same user");
      }
    }
  }
}
