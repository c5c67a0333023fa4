package org.andon.messaging.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.sql.SQLException;
import java.util.Locale;
import org.andon.messaging.dossier.DossierRefused;
import org.andon.messaging.handover.HandoverRefused;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.query.InvalidParameter;
import org.andon.messaging.report.ReportRefused;
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
    return refused(Refused.of(failure));
  }

  /** The codes are those of the socket's errors. */
  @ServerExceptionMapper
  Response refused(Refused refused) {
    String code = refused.code().wireName();
    String detail = refused.getMessage();
    return switch (refused.code()) {
      case INVALID_FRAME -> answer(400, "Bad request", "malformed_json", detail);
      case INVALID_FIELD -> fieldIsWrong(refused.field(), detail);
      case FORBIDDEN -> answer(403, "Forbidden", code, detail);
      case MESSAGE_NOT_FOUND -> answer(404, "Not found", code, detail);
      case EDIT_WINDOW_CLOSED, MESSAGE_DELETED, ROOM_ARCHIVED ->
          answer(409, "Conflict", code, detail);
      case FRAME_TOO_LARGE -> answer(413, "Too large", code, detail);
      case RATE_LIMITED -> later(429, "Too many", code, detail);
      case UNAVAILABLE -> unavailable(detail);
      case UNKNOWN_TYPE, INVALID_TOKEN -> answer(400, "Bad request", code, detail);
    };
  }

  @ServerExceptionMapper
  Response noReport(ReportRefused refused) {
    String detail = refused.getMessage() + " Try again in a moment.";
    return switch (refused) {
      case ReportRefused.PartAway e -> later(503, "Unavailable", e.code(), detail);
      case ReportRefused.Busy e -> later(503, "Unavailable", "too_many_reports", detail);
      case ReportRefused.OneAtATime e -> later(429, "Too many", "too_many_reports", detail);
      case ReportRefused.TooSlow e -> later(503, "Unavailable", "report_timed_out", detail);
    };
  }

  @ServerExceptionMapper
  Response noDossier(DossierRefused refused) {
    return switch (refused) {
      case DossierRefused.NotAnOwner e -> answer(403, "Forbidden", "forbidden", e.getMessage());
      case DossierRefused.TooLarge e ->
          answer(409, "Conflict", "dossier_too_large", e.getMessage());
    };
  }

  @ServerExceptionMapper
  Response noHandover(HandoverRefused refused) {
    String detail = refused.getMessage();
    return switch (refused) {
      case HandoverRefused.VersionConflict e -> answer(409, "Conflict", "version_conflict", detail);
      case HandoverRefused.NoSuchHandover e ->
          answer(404, "Not found", "handover_not_found", detail);
      case HandoverRefused.NoWriter e -> answer(403, "Forbidden", "forbidden", detail);
      case HandoverRefused.OwnHandover e -> answer(403, "Forbidden", "own_handover", detail);
    };
  }

  @ServerExceptionMapper
  Response storeAway(SQLException e) {
    LOG.warnf("request refused, database away: %s", e.getMessage());
    return unavailable("The store is away. Try again in a moment.");
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
    return later(503, "Unavailable", "unavailable", detail);
  }

  private static Response later(int status, String title, String code, String detail) {
    return builder(Problem.of(status, title, code, detail))
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
