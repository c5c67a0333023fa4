package org.andon.messaging.handover;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import org.andon.messaging.operation.Fields;
import org.andon.messaging.operation.JsonReader;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.query.Page;
import org.andon.messaging.query.Parameters;
import org.andon.messaging.room.Caller;
import org.andon.messaging.room.Callers;
import org.jboss.resteasy.reactive.RestResponse;

/** Handovers of the lines that the caller has rooms of. */
@Path("/api/handovers")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class HandoverResource {
  private static final int MAX_LOCATION = 200;
  private static final int MAX_NOTE = 2_000;

  private final Handovers handovers;
  private final HandoverReading reading;
  private final JsonReader json;
  private final SecurityIdentity identity;

  HandoverResource(
      Handovers handovers, HandoverReading reading, JsonReader json, SecurityIdentity identity) {
    this.handovers = handovers;
    this.reading = reading;
    this.json = json;
    this.identity = identity;
  }

  /** Newest first; {@code from} and {@code to} are about when one was made. */
  @GET
  public Page<HandoverView> find(
      @QueryParam("location") String location,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("overdue") String overdue,
      @QueryParam("acknowledged") String acknowledged,
      @QueryParam("limit") @DefaultValue(Parameters.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") String cursor)
      throws SQLException {
    return reading.find(
        new HandoverSearch.Question(
            Parameters.text("location", location),
            Parameters.time("from", from),
            Parameters.time("to", to),
            Parameters.flag("overdue", overdue),
            Parameters.flag("acknowledged", acknowledged),
            HandoverCursor.of(cursor)),
        caller(),
        Parameters.limit(limit));
  }

  @GET
  @Path("{handover_id}")
  public HandoverDetail detail(@PathParam("handover_id") UUID handoverId) throws SQLException {
    return reading.detail(handoverId, caller());
  }

  /** On demand, of all open rooms at a location: for owners and editors of one of them. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<HandoverDetail> handOver(String body) throws SQLException {
    Fields fields = json.read(body);
    Caller caller = caller();
    UUID id = handovers.handOver(location(fields), note(fields), caller);
    return RestResponse.ResponseBuilder.<HandoverDetail>created(URI.create("/api/handovers/" + id))
        .entity(reading.detail(id, caller))
        .build();
  }

  /** Once more changes nothing. */
  @PUT
  @Path("{handover_id}/acknowledgement")
  public HandoverDetail acknowledge(@PathParam("handover_id") UUID handoverId) throws SQLException {
    reading.acknowledge(handoverId, caller());
    return reading.detail(handoverId, caller());
  }

  private Caller caller() {
    return Callers.of(identity);
  }

  private static String location(Fields fields) {
    String location = fields.text("location", MAX_LOCATION).strip();
    if (location.isEmpty()) {
      throw Refused.field("location", "is not blank.");
    }
    return location;
  }

  /** Null for none. */
  private static String note(Fields fields) {
    if (!fields.has("note")) {
      return null;
    }
    String note = fields.requiredText("note").strip();
    if (note.codePointCount(0, note.length()) > MAX_NOTE) {
      throw Refused.field("note", "has at most " + MAX_NOTE + " characters.");
    }
    return note.isEmpty() ? null : note;
  }
}
