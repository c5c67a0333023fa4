package org.andon.file.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** What is asked of room-service. */
@RegisterRestClient(configKey = "room-service")
@Path("/api/rooms")
interface RoomServiceClient {

  /** 403 for no member, 404 for no such room. */
  @GET
  @Path("{room_id}")
  RoomAnswer room(
      @RestPath("room_id") UUID roomId, @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  /** A room as far as it matters here. */
  record RoomAnswer(String myRole, String status) {}
}
