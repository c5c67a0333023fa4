package org.andon.messaging.handover;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.andon.messaging.room.Callers;

/** When shifts change. */
@Path("/api/handover-schedule")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class ScheduleResource {
  private final Schedules schedules;
  private final ScheduleReader reader;
  private final SecurityIdentity identity;

  ScheduleResource(Schedules schedules, ScheduleReader reader, SecurityIdentity identity) {
    this.schedules = schedules;
    this.reader = reader;
    this.identity = identity;
  }

  @GET
  public Schedule read() throws SQLException {
    return schedules.read();
  }

  /** Who sends no {@code version} is content with whatever there was. */
  @PUT
  @RolesAllowed("admin")
  @Consumes(MediaType.APPLICATION_JSON)
  public Schedule replace(String body) throws SQLException {
    return schedules.replace(reader.read(body), Callers.of(identity));
  }
}
