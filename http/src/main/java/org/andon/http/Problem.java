package org.andon.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;

/**
 * An error as RFC 9457 has it.
 *
 * @param detail for people
 * @param code stable, for programs
 * @param errors which fields are wrong; null unless some are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String detail, String code, List<FieldError> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** A part that is away is seldom back sooner. */
  private static final int RETRY_SECONDS = 2;

  /**
   * @param field its name in JSON or in the query; members of lists as {@code members[0].role}
   * @param message goes on from the name: "must not be blank"
   */
  public record FieldError(String field, String message) {}

  public static Problem of(int status, String title, String code, String detail) {
    return new Problem("about:blank", title, status, detail, code, null);
  }

  public static Problem badRequest(String code, String detail) {
    return of(400, "Bad Request", code, detail);
  }

  public static Problem forbidden(String detail) {
    return of(403, "Forbidden", "forbidden", detail);
  }

  public static Problem notFound(String code, String detail) {
    return of(404, "Not Found", code, detail);
  }

  public static Problem conflict(String code, String detail) {
    return of(409, "Conflict", code, detail);
  }

  public static Problem tooLarge(String code, String detail) {
    return of(413, "Content Too Large", code, detail);
  }

  public static Problem unsupportedMediaType(String detail) {
    return of(415, "Unsupported Media Type", "unsupported_media_type", detail);
  }

  public static Problem tooMany(String code, String detail) {
    return of(429, "Too Many Requests", code, detail);
  }

  public static Problem unavailable(String code, String detail) {
    return of(503, "Service Unavailable", code, detail);
  }

  public static Problem ofField(String field, String message) {
    return ofFields(List.of(new FieldError(field, message)));
  }

  public static Problem ofFields(List<FieldError> errors) {
    return ofFields("invalid_field", errors);
  }

  public static Problem ofFields(String code, List<FieldError> errors) {
    FieldError first = errors.getFirst();
    return ofFields(code, first.field() + " " + first.message(), errors);
  }

  public static Problem ofFields(String code, String detail, List<FieldError> errors) {
    return new Problem("about:blank", "Unprocessable Content", 422, detail, code, errors);
  }

  public Response response() {
    return builder().build();
  }

  /** Says how to sign in, too. */
  public Response challenge() {
    return builder().header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  public Response retry() {
    return retryAfter(RETRY_SECONDS);
  }

  public Response retryAfter(long seconds) {
    return builder().header(HttpHeaders.RETRY_AFTER, seconds).build();
  }

  public ResponseBuilder builder() {
    return Response.status(status).type(MEDIA_TYPE).entity(this);
  }
}
