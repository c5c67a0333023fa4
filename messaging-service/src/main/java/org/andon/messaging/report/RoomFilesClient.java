package org.andon.messaging.report;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** file-service, asked with the caller's own token. */
@RegisterRestClient(configKey = "file-service")
@Path("/api")
interface RoomFilesClient {
  @GET
  @Path("/rooms/{room_id}/files")
  Listed<Attachment> files(
      @PathParam("room_id") UUID roomId,
      @QueryParam("limit") int limit,
      @QueryParam("cursor") String cursor,
      @HeaderParam("Authorization") String authorization);

  /** A JPEG. */
  @GET
  @Path("/files/{file_id}/preview")
  byte[] preview(
      @PathParam("file_id") UUID fileId,
      @QueryParam("width") int width,
      @HeaderParam("Authorization") String authorization);

  /**
   * A file of the room.
   *
   * @param sha256 lower-case hexadecimal
   */
  record Attachment(
      UUID fileId,
      String fileName,
      String contentType,
      long size,
      String sha256,
      String uploadedBy,
      Instant uploadedAt) {
    boolean image() {
      return contentType != null && contentType.startsWith("image/");
    }
  }
}
