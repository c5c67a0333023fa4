package org.andon.messaging.attachment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** file-service, asked with the caller's own token. */
@RegisterRestClient(configKey = "file-service")
@Path("/api/files")
interface FileServiceClient {
  @GET
  @Path("/{file_id}")
  FileView file(
      @PathParam("file_id") UUID fileId, @HeaderParam("Authorization") String authorization);

  record FileView(UUID fileId, UUID roomId) {}
}
