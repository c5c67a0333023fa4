package org.andon.room.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error as RFC 9457 has it.
 *
 * @param code stable, for programs
 * @param errors which fields are wrong; null unless some are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type, String title, int status, String detail, String code, List<FieldError> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  static final Problem TOO_LARGE =
      new Problem(413, "Content Too Large", "too_large", "The body is too large.");

  /**
   * @param field its name in JSON or in the query; members of lists as {@code members[0].role}
   */
  record FieldError(String field, String message) {}

  Problem(int status, String title, String code, String detail) {
    this("about:blank", title, status, detail, code, null);
  }

  static Problem ofFields(List<FieldError> errors) {
    FieldError first = errors.getFirst();
    return new Problem(
        "about:blank",
        "Unprocessable Content",
        422,
        first.field() + " " + first.message(),
        "invalid_field",
        errors);
  }
}
