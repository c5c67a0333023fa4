package org.andon.messaging.reading;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.List;
import org.andon.messaging.room.Callers;

/** What the caller has not read yet. */
@Path("/api/me/unread")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class UnreadResource {
  private final Unread unread;
  private final SecurityIdentity identity;

  UnreadResource(Unread unread, SecurityIdentity identity) {
    this.unread = unread;
    this.identity = identity;
  }

  record UnreadRooms(List<UnreadRoom> rooms) {}

  @GET
  public UnreadRooms unread() throws SQLException {
    return new UnreadRooms(unread.of(Callers.of(identity).userId()));
  }
}
