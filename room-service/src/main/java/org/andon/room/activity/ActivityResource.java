package org.andon.room.activity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.andon.http.CurrentUser;
import org.andon.http.Page;
import org.andon.http.PageRequest;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/rooms/{room_id}/activity")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class ActivityResource {
  private final ActivityLog log;
  private final CurrentUser user;

  ActivityResource(ActivityLog log, CurrentUser user) {
    this.log = log;
    this.user = user;
  }

  @GET
  public Page<ActivityView> list(@RestPath("room_id") UUID roomId, @BeanParam PageRequest request) {
    return log.page(roomId, request, user);
  }
}
