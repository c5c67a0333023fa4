package org.andon.file.file;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DELETE;
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
import java.util.Optional;
import java.util.UUID;
import org.andon.http.CurrentUser;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/files/{file_id}")
@RolesAllowed({"user", "admin"})
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

  @DELETE
  public void delete(@RestPath("file_id") UUID fileId) {
    library.delete(fileId, user);
  }

  // Response, not RestResponse: with the latter and no fixed type, Quarkus 3.32 writes the stream
  // as
  // JSON, or its toString().
  @GET
  @Path("content")
  @Produces(MediaType.WILDCARD)
  public Response content(
      @RestPath("file_id") UUID fileId,
      @HeaderParam("Range") String range,
      @BeanParam ConditionHeaders headers) {
    StoredFile file = library.find(fileId, user);
    Conditions conditions = headers.conditions();
    Optional<Response> known = known(conditions, file.sha256);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<ByteRange> part =
        conditions.allowPart(quoted(file.sha256))
            ? ByteRange.parse(range, file.size)
            : Optional.empty();
    ByteRange sent = part.orElse(ByteRange.whole(file.size));
    // Opened before the answer begins, so that a store that is away is still told as a problem.
    Download body = library.open(file, sent, user);
    ResponseBuilder answer =
        part.map(it -> Response.status(Status.PARTIAL_CONTENT)).orElse(Response.ok()).entity(body);
    part.ifPresent(it -> answer.header("Content-Range", it.contentRange()));
    return describe(answer, file, sent.length()).build();
  }

  /** A method of its own: by way of GET the store would be asked for bytes that nobody reads. */
  @HEAD
  @Path("content")
  public Response contentHead(
      @RestPath("file_id") UUID fileId, @BeanParam ConditionHeaders headers) {
    StoredFile file = library.find(fileId, user);
    return known(headers.conditions(), file.sha256)
        .orElseGet(() -> describe(Response.ok(), file, file.size).build());
  }

  @GET
  @Path("preview")
  @Produces(MediaType.WILDCARD)
  public Response preview(
      @RestPath("file_id") UUID fileId,
      @RestQuery String width,
      @BeanParam ConditionHeaders headers) {
    StoredFile file = library.find(fileId, user);
    int step = library.previewWidth(width);
    String tag = file.sha256 + "-" + step;
    return known(headers.conditions(), tag)
        .orElseGet(
            () ->
                guarded(Response.ok(library.preview(file, step)), tag)
                    .type(FileLibrary.PREVIEW_TYPE)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                    .build());
  }

  static final class ConditionHeaders {
    @HeaderParam(HttpHeaders.IF_MATCH)
    String ifMatch;

    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    String ifNoneMatch;

    @HeaderParam("If-Range")
    String ifRange;

    Conditions conditions() {
      return new Conditions(ifMatch, ifNoneMatch, ifRange);
    }
  }

  /** What a client is told instead of the content. */
  private static Optional<Response> known(Conditions conditions, String tag) {
    return conditions
        .outcome(quoted(tag))
        .map(
            outcome ->
                switch (outcome) {
                  case UNCHANGED -> guarded(Response.notModified(), tag).build();
                  case PRECONDITION_FAILED ->
                      throw new ClientErrorException(Status.PRECONDITION_FAILED);
                });
  }

  private static String quoted(String tag) {
    return "\"" + tag + "\"";
  }

  private static ResponseBuilder describe(ResponseBuilder answer, StoredFile file, long length) {
    return guarded(answer, file.sha256)
        .type(file.contentType)
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .header(HttpHeaders.CONTENT_DISPOSITION, file.name().asAttachment())
        .header("Accept-Ranges", "bytes");
  }

  /** Whoever holds it asks again before showing it: a membership may have ended. */
  private static ResponseBuilder guarded(ResponseBuilder answer, String tag) {
    return answer
        .tag(new EntityTag(tag))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }
}
