package org.andon.file.file;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.andon.http.CurrentUser;
import org.andon.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/rooms/{room_id}/files")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class RoomFilesResource {
  private final FileUploads uploads;
  private final FileLibrary library;
  private final CurrentUser user;

  RoomFilesResource(FileUploads uploads, FileLibrary library, CurrentUser user) {
    this.uploads = uploads;
    this.library = library;
    this.user = user;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public RestResponse<FileView> upload(
      @RestPath("room_id") UUID roomId,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream body) {
    FileView view = library.view(uploads.take(roomId, contentType, body, user));
    return RestResponse.ResponseBuilder.<FileView>created(URI.create("/api/files/" + view.fileId()))
        .entity(view)
        .build();
  }

  @GET
  public Page<FileView> list(@RestPath("room_id") UUID roomId, @BeanParam ListFiles request) {
    return library.list(roomId, request.filter(), user);
  }
}
