package org.andon.room.room;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.andon.room.web.Text;

/**
 * A new room.
 *
 * @param members people to add at once besides the caller, who becomes an OWNER
 */
record CreateRoom(
    @NotNull @Text(max = 200, required = true) String title,
    @NotNull IncidentType incidentType,
    @NotNull Severity severity,
    @Text(max = 200) String location,
    @Text(max = 5_000) String description,
    List<@NotNull @Valid FirstMember> members) {

  /** A member from the start. */
  record FirstMember(@NotNull @UserId.Valid String userId, @NotNull Role role) {
    FirstMember {
      userId = UserId.normalized(userId);
    }
  }

  List<FirstMember> firstMembers() {
    return members == null ? List.of() : members;
  }
}
