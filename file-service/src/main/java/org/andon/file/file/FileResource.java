package org.andon.file.file;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.UUID;
import org.andon.file.web.CurrentUser;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/files/{file_id}")
@Authenticated
@RunOnVirtualThread
class FileResource {
  private final FileLibrary library;
  private final CurrentUser user;

  FileResource(FileLibrary library, CurrentUser user) {
    this.library = library;
    this.user = user;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public FileView get(@RestPath("file_id") UUID fileId) {
    return library.view(library.find(fileId, user));
  }

  // Response, not RestResponse: with the latter and no fixed type, Quarkus 3.32 writes the stream
  // as
  // JSON, or its toString().
  @GET
  @Path("content")
  @Produces(MediaType.WILDCARD)
  public Response content(
      @RestPath("file_id") UUID fileId,
      @HeaderParam("Range") String rangeHeader,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
    StoredFile file = library.find(fileId, user);
    if (known != null && known.contains(file.sha256)) {
      return Response.notModified(new EntityTag(file.sha256)).build();
    }
    ByteRange range = ByteRange.parse(rangeHeader, file.size);
    // Opened before the answer begins, so that a store that is away is still told as a problem.
    InputStream bytes = library.open(file, range);
    StreamingOutput body =
        output -> {
          try (bytes) {
            bytes.transferTo(output);
          }
        };
    ResponseBuilder answer =
        Response.status(range.isWhole() ? Status.OK : Status.PARTIAL_CONTENT).entity(body);
    if (!range.isWhole()) {
      answer.header("Content-Range", range.contentRange());
    }
    return describe(answer, file, range.length()).build();
  }

  /** A method of its own: by way of GET the store would be asked for bytes that nobody reads. */
  @HEAD
  @Path("content")
  public Response contentHead(@RestPath("file_id") UUID fileId) {
    StoredFile file = library.find(fileId, user);
    return describe(Response.ok(), file, file.size).build();
  }

  private static ResponseBuilder describe(ResponseBuilder answer, StoredFile file, long length) {
    return answer
        .type(file.contentType)
        .tag(new EntityTag(file.sha256))
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .header(HttpHeaders.CONTENT_DISPOSITION, file.name().asAttachment())
        .header("Accept-Ranges", "bytes")
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }
}
