package org.andon.room.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.andon.http.CurrentUser;

/** Whether somebody may look into a room. */
@ApplicationScoped
public class RoomDoor {
  private final RoomRepository rooms;

  RoomDoor(RoomRepository rooms) {
    this.rooms = rooms;
  }

  /**
   * Returns for members and admins only.
   *
   * @throws RoomException.RoomNotFound if the room is not there
   * @throws RoomException.Forbidden for all others
   */
  @Transactional
  public void requireMember(UUID roomId, CurrentUser user) {
    var unused = rooms.forMember(roomId, user);
  }
}
