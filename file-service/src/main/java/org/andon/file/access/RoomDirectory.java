package org.andon.file.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.andon.file.access.RoomServiceClient.RoomAnswer;
import org.andon.http.CurrentUser;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Room-service's own word on a room, in the caller's name. */
@ApplicationScoped
class RoomDirectory {
  private final RoomServiceClient rooms;

  RoomDirectory(@RestClient RoomServiceClient rooms) {
    this.rooms = rooms;
  }

  Standing ask(UUID roomId, CurrentUser user) {
    try {
      RoomAnswer room = rooms.room(roomId, user.bearer());
      return new Standing(room.myRole(), room.status().equals("archived"), false);
    } catch (WebApplicationException e) {
      throw switch (e.getResponse().getStatus()) {
        case 403 -> new AccessException.Forbidden("Only members may see this room's files.");
        case 404 -> new AccessException.RoomNotFound(roomId);
        default -> new AccessException.RoomServiceAway(e);
      };
    } catch (ProcessingException e) {
      throw new AccessException.RoomServiceAway(e);
    }
  }
}
