package org.andon.auth.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * A problem document (RFC 9457).
 *
 * @param code what clients switch on; it never changes
 * @param errors the fields that are wrong, with status 422 only
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<FieldError> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  static final Problem TOO_LARGE =
      new Problem(
          "about:blank", "Content Too Large", 413, "The body is too large.", "too_large", null);

  /** What is wrong with one field of the request. */
  record FieldError(String field, String message) {}

  static Problem of(Response.Status status, String code, String detail) {
    return new Problem(
        "about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, code, null);
  }

  static Problem invalid(List<FieldError> errors) {
    return invalid("invalid_field", errors);
  }

  static Problem invalid(String code, List<FieldError> errors) {
    return new Problem(
        "about:blank",
        "Unprocessable Content",
        422,
        "One or more fields are not as they should be.",
        code,
        errors);
  }

  Response response() {
    return builder().build();
  }

  Response unauthenticated() {
    return builder().header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  Response retryAfter(int seconds) {
    return builder().header(HttpHeaders.RETRY_AFTER, seconds).build();
  }

  private Response.ResponseBuilder builder() {
    return Response.status(status).entity(this).type(MEDIA_TYPE);
  }
}
