package org.andon.messaging.dossier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** file-service, asked for bytes with the caller's own token. */
@RegisterRestClient(configKey = "file-content")
@Path("/api/files/{file_id}/content")
interface FileContentClient {
  @GET
  InputStream content(
      @PathParam("file_id") UUID fileId, @HeaderParam("Authorization") String authorization);
}
