package org.andon.messaging.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Locale;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.query.InvalidParameter;
import org.andon.messaging.room.RoomRefused;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where errors become answers. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
  private static final String PROBLEM_JSON = "application/problem+json";
  private static final int UNPROCESSABLE = 422;
  private static final int RETRY_AFTER_SECONDS = 2;

  @ServerExceptionMapper
  Response invalid(InvalidParameter invalid) {
    return fieldIsWrong(invalid.parameter(), invalid.getMessage());
  }

  private static Response fieldIsWrong(String field, String message) {
    return answer(
        Problem.of(UNPROCESSABLE, "A field is wrong", "invalid_field", message)
            .withField(field, message));
  }

  @ServerExceptionMapper
  Response refused(RoomRefused refused) {
    return switch (refused) {
      case RoomRefused.NotAMember e -> answer(403, "Forbidden", "forbidden", e.getMessage());
      case RoomRefused.NoSuchRoom e -> answer(404, "Not found", "room_not_found", e.getMessage());
      case RoomRefused.Unknown e -> unavailable(e.getMessage());
    };
  }

  @ServerExceptionMapper
  Response notWritten(WriteFailure failure) {
    String detail = failure.getMessage();
    return switch (failure) {
      case WriteFailure.Unavailable e -> unavailable(detail);
      case WriteFailure.NoSuchMessage e -> answer(404, "Not found", "message_not_found", detail);
      case WriteFailure.NotYours e -> answer(403, "Forbidden", "forbidden", detail);
      case WriteFailure.Deleted e -> answer(409, "Conflict", "message_deleted", detail);
      case WriteFailure.EditWindowClosed e -> answer(409, "Conflict", "edit_window_closed", detail);
      case WriteFailure.NotStorable e -> fieldIsWrong("content", detail);
      case WriteFailure.FieldRefused e -> fieldIsWrong(e.field(), detail);
    };
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthenticated(SecurityException e) {
    return builder(
            Problem.of(401, "Unauthorized", "unauthenticated", "Sign in, and send a valid token."))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return answer(403, "Forbidden", "forbidden", "You may not do this.");
  }

  /** What JAX-RS itself refuses: no such path, method, media type. */
  @ServerExceptionMapper
  Response refusedByHttp(WebApplicationException e) {
    Response.StatusType status = e.getResponse().getStatusInfo();
    String title = status.getReasonPhrase();
    return answer(
        status.getStatusCode(),
        title,
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_"),
        title + ".");
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException e) {
    LOG.error("request failed", e);
    return answer(500, "Internal error", "internal_error", "Something went wrong on our side.");
  }

  private static Response unavailable(String detail) {
    return builder(Problem.of(503, "Unavailable", "unavailable", detail))
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }

  private static Response answer(int status, String title, String code, String detail) {
    return answer(Problem.of(status, title, code, detail));
  }

  private static Response answer(Problem problem) {
    return builder(problem).build();
  }

  private static ResponseBuilder builder(Problem problem) {
    return Response.status(problem.status()).type(PROBLEM_JSON).entity(problem);
  }
}
