package org.andon.messaging.report;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.andon.contracts.IncidentRoom;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** room-service, asked with the caller's own token. */
@RegisterRestClient(configKey = "room-service")
@Path("/api/rooms/{room_id}")
interface IncidentClient {
  @GET
  Incident incident(
      @PathParam("room_id") UUID roomId, @HeaderParam("Authorization") String authorization);

  @GET
  @Path("/members")
  Listed<Member> members(
      @PathParam("room_id") UUID roomId,
      @QueryParam("limit") int limit,
      @QueryParam("cursor") String cursor,
      @HeaderParam("Authorization") String authorization);

  @GET
  @Path("/checklist")
  Listed<ChecklistItem> checklist(
      @PathParam("room_id") UUID roomId,
      @QueryParam("limit") int limit,
      @QueryParam("cursor") String cursor,
      @HeaderParam("Authorization") String authorization);

  /**
   * The room as room-service shows it; what people wrote may be null.
   *
   * @param fields the readings that are expected
   * @param downtimeSeconds how long it was active before it was last resolved
   */
  record Incident(
      UUID roomId,
      String title,
      String incidentType,
      String severity,
      String status,
      String location,
      String description,
      String createdBy,
      Instant createdAt,
      Instant firstResponseAt,
      Instant resolvedAt,
      Instant reopenedAt,
      String resolutionNotes,
      Instant archivedAt,
      String rootCause,
      String correctiveActions,
      String preventiveActions,
      List<IncidentRoom.Field> fields,
      long downtimeSeconds,
      long version) {
    /** Empty for what is expected of no reading of this name. */
    Optional<IncidentRoom.Field> field(String name) {
      return Stream.ofNullable(fields)
          .flatMap(List::stream)
          .filter(field -> field.name().equals(name))
          .findFirst();
    }
  }

  record Member(String userId, String role, Instant joinedAt) {}

  record ChecklistItem(UUID itemId, String text, boolean done, String doneBy, Instant doneAt) {}
}
