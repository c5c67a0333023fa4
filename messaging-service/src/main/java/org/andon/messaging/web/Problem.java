package org.andon.messaging.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error as RFC 9457 tells it.
 *
 * @param code stable, for programs; {@code detail} is for people
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
    String type, String title, int status, String detail, String code, List<FieldError> errors) {
  record FieldError(String field, String message) {}

  static Problem of(int status, String title, String code, String detail) {
    return new Problem("about:blank", title, status, detail, code, List.of());
  }

  Problem withField(String field, String message) {
    return new Problem(type, title, status, detail, code, List.of(new FieldError(field, message)));
  }
}
