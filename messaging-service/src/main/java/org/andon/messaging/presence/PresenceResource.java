package org.andon.messaging.presence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.room.Entrance;

/** Who is online in a room, over HTTP. */
@Path("/api/rooms/{room_id}/presence")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class PresenceResource {
  private final Entrance entrance;
  private final Presence presence;

  PresenceResource(Entrance entrance, Presence presence) {
    this.entrance = entrance;
    this.presence = presence;
  }

  record OnlineView(List<OnlineUser> online) {}

  @GET
  public OnlineView online(@PathParam("room_id") UUID roomId) {
    entrance.to(roomId);
    return new OnlineView(presence.online(roomId));
  }
}
