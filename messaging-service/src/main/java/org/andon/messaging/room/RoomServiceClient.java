package org.andon.messaging.room;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.andon.contracts.IncidentRoom;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** room-service, asked with the caller's own token. */
@RegisterRestClient(configKey = "room-service")
@Path("/api/rooms")
interface RoomServiceClient {
  @GET
  @Path("/{room_id}")
  RoomView room(
      @PathParam("room_id") UUID roomId, @HeaderParam("Authorization") String authorization);

  record RoomView(
      UUID roomId,
      String title,
      String severity,
      String status,
      String location,
      List<IncidentRoom.Field> fields,
      Instant createdAt,
      Role myRole,
      long version) {}
}
