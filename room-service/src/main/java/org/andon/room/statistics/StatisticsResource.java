package org.andon.room.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.andon.http.CurrentUser;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/rooms/stats")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class StatisticsResource {
  private final Statistics statistics;
  private final StatisticsConfig config;
  private final CurrentUser user;

  StatisticsResource(Statistics statistics, StatisticsConfig config, CurrentUser user) {
    this.statistics = statistics;
    this.config = config;
    this.user = user;
  }

  /**
   * {@code {from,to,total:{opened,resolved,open,mtta_seconds,mttr_seconds},
   * by_incident_type:[{key,opened,…}],by_severity:[…],by_location:[…]}}, over the rooms opened from
   * {@code from} to before {@code to}; times are RFC 3339.
   */
  @GET
  @Operation(
      summary = "Counts, time to first response and to resolution",
      description =
          "Over the rooms opened from `from` (by default 30 days before `to`) to before `to` (now):"
              + " the caller's own, for admins all; deleted ones not. Answers"
              + " {from,to,total:{opened,resolved,open,mtta_seconds,mttr_seconds},"
              + "by_incident_type:[{key,opened,resolved,open,mtta_seconds,mttr_seconds}],"
              + "by_severity:[…],by_location:[…]}. The means are null where there is nothing to"
              + " average.")
  public StatisticsView of(@RestQuery String from, @RestQuery String to) {
    return statistics.of(Period.parse(from, to, config.defaultPeriod()), user);
  }
}
