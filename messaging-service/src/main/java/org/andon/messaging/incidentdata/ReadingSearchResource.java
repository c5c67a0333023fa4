package org.andon.messaging.incidentdata;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.andon.http.InvalidParameter;
import org.andon.messaging.query.Page;
import org.andon.messaging.query.Parameters;
import org.andon.messaging.room.Callers;

/** The readings of all rooms that the caller is a member of. */
@Path("/api/incident-data")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class ReadingSearchResource {
  private final ReadingSearch readings;
  private final SecurityIdentity identity;

  ReadingSearchResource(ReadingSearch readings, SecurityIdentity identity) {
    this.readings = readings;
    this.identity = identity;
  }

  /** Newest first; {@code from} and {@code to} are about when a number was measured. */
  @GET
  public Page<ReadingView> find(
      @QueryParam("field") String field,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("location") String location,
      @QueryParam("out_of_bounds") String outOfBounds,
      @QueryParam("limit") @DefaultValue(Parameters.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") String cursor) {
    return readings.find(
        new ReadingSearch.Question(
            Callers.of(identity).userId(),
            field(field),
            Parameters.time("from", from),
            Parameters.time("to", to),
            Parameters.text("location", location),
            Parameters.flag("out_of_bounds", outOfBounds),
            ReadingCursor.of(cursor)),
        Parameters.limit(limit));
  }

  private static FieldPath field(String text) {
    return text == null
        ? null
        : FieldPath.of(Parameters.text("field", text))
            .orElseThrow(() -> new InvalidParameter("field", "is a name like temperature."));
  }
}
