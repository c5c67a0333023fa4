package org.andon.file.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.andon.file.access.AccessException;
import org.andon.file.file.FileException;
import org.andon.file.preview.PreviewException;
import org.andon.file.problem.Problem.FieldError;
import org.andon.file.scan.ScanException;
import org.andon.file.storage.StorageException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error of this service, by the exception that stands for it. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
  private static final String PROBLEM_JSON = "application/problem+json";

  /** Far more than there are; they may go round in a circle. */
  private static final int MAX_CAUSES = 20;

  /** A part that is away is seldom back sooner. */
  private static final int RETRY_AFTER_SECONDS = 2;

  @ServerExceptionMapper
  Response file(FileException e) {
    return switch (e) {
      case FileException.FileNotFound x -> problem(404, "Not Found", "not_found", x);
      case FileException.TypeNotAccepted x ->
          problem(415, "Unsupported Media Type", "unsupported_media_type", x);
      case FileException.TooLarge x -> problem(413, "Content Too Large", "too_large", x);
      case FileException.RoomFull x -> problem(413, "Content Too Large", "room_quota_exceeded", x);
      case FileException.DayUsedUp x ->
          tooMany("daily_quota_exceeded", x, Math.max(1, x.untilTomorrow().toSeconds()));
      case FileException.TooManyAtOnce x -> tooMany("too_many_uploads", x, RETRY_AFTER_SECONDS);
      case FileException.TooManyDownloads x ->
          tooMany("too_many_downloads", x, RETRY_AFTER_SECONDS);
      case FileException.Busy x -> unavailable(x);
      case FileException.TooSlow x -> problem(408, "Request Timeout", "too_slow", x);
      case FileException.MalformedForm _ -> malformed();
      case FileException.RangeNotSatisfiable x ->
          builder(
                  new Problem(
                      416, "Range Not Satisfiable", "range_not_satisfiable", x.getMessage()))
              .header("Content-Range", "bytes */" + x.size())
              .build();
      case FileException.InvalidField x ->
          fields(List.of(new FieldError(x.field(), x.getMessage())));
    };
  }

  @ServerExceptionMapper
  Response access(AccessException e) {
    return switch (e) {
      case AccessException.RoomNotFound x -> problem(404, "Not Found", "room_not_found", x);
      case AccessException.Forbidden x -> problem(403, "Forbidden", "forbidden", x);
      case AccessException.RoomArchived x -> problem(409, "Conflict", "room_archived", x);
      case AccessException.RoomServiceAway x -> unavailable(x);
    };
  }

  @ServerExceptionMapper
  Response storage(StorageException e) {
    return switch (e) {
      case StorageException.Unavailable x -> unavailable(x);
      case StorageException.ObjectMissing x -> internal(x);
    };
  }

  @ServerExceptionMapper
  Response preview(PreviewException e) {
    return switch (e) {
      case PreviewException.NoPreview x -> problem(404, "Not Found", "no_preview", x);
      case PreviewException.Busy x -> unavailable(x);
    };
  }

  @ServerExceptionMapper
  Response scan(ScanException e) {
    return switch (e) {
      case ScanException.Infected x -> {
        LOG.warnf("upload refused: reason=%s", x.getMessage());
        yield fields(List.of(new FieldError("file", x.getMessage())));
      }
      case ScanException.ScannerAway x -> unavailable(x);
    };
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e) {
    return fields(
        e.getConstraintViolations().stream()
            .map(violation -> new FieldError(fieldOf(violation), violation.getMessage()))
            .sorted(Comparator.comparing(FieldError::field))
            .toList());
  }

  @ServerExceptionMapper
  Response unauthenticated(UnauthorizedException e) {
    return unauthenticated();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return answer(new Problem(403, "Forbidden", "forbidden", "You may not do this."));
  }

  @ServerExceptionMapper
  Response unauthenticated(AuthenticationFailedException e) {
    // The token could not be judged, because auth-service's keys could not be had.
    return causes(e).anyMatch(IOException.class::isInstance) ? unavailable(e) : unauthenticated();
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    return switch (status) {
      case 400 -> malformed();
      case 404 -> answer(new Problem(404, "Not Found", "not_found", "There is nothing here."));
      case 405 ->
          answer(
              new Problem(
                  405, "Method Not Allowed", "method_not_allowed", "Not with this method."));
      case 406 ->
          answer(
              new Problem(406, "Not Acceptable", "not_acceptable", "Not as any type you accept."));
      case 412 ->
          answer(
              new Problem(
                  412, "Precondition Failed", "precondition_failed", "The file is another one."));
      case 413 ->
          answer(new Problem(413, "Content Too Large", "too_large", "The body is too large."));
      case 415 ->
          answer(
              new Problem(
                  415,
                  "Unsupported Media Type",
                  "unsupported_media_type",
                  "Not with this content type."));
      default -> internal(e);
    };
  }

  @ServerExceptionMapper
  Response unexpected(Exception e) {
    if (causes(e).anyMatch(ProblemMapper::isDatabaseAway)) {
      return unavailable(e);
    }
    return internal(e);
  }

  private static Response internal(Exception e) {
    LOG.error("request failed", e);
    return answer(
        new Problem(500, "Internal Server Error", "internal_error", "Something went wrong here."));
  }

  /** A form here, but clients need only one code for a body that cannot be read. */
  private static Response malformed() {
    return answer(new Problem(400, "Bad Request", "malformed_json", "The body cannot be read."));
  }

  private static Response unauthenticated() {
    return builder(
            new Problem(401, "Unauthorized", "unauthenticated", "A valid access token is needed."))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  private static Response tooMany(String code, FileException e, long retryAfterSeconds) {
    return builder(new Problem(429, "Too Many Requests", code, e.getMessage()))
        .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds)
        .build();
  }

  private static Response unavailable(Exception e) {
    LOG.warnf("a part is away: reason=%s", e.getCause() == null ? e : e.getCause());
    return builder(
            new Problem(503, "Service Unavailable", "unavailable", "A part is away; try again."))
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }

  private static Response problem(int status, String title, String code, RuntimeException e) {
    return answer(new Problem(status, title, code, e.getMessage()));
  }

  private static Response fields(List<FieldError> errors) {
    return answer(Problem.ofFields(errors));
  }

  private static Response answer(Problem problem) {
    return builder(problem).build();
  }

  private static ResponseBuilder builder(Problem problem) {
    return Response.status(problem.status()).type(PROBLEM_JSON).entity(problem);
  }

  /** All that led to it, what is hidden as suppressed too: there a failed COMMIT is to be found. */
  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
        .limit(MAX_CAUSES)
        .flatMap(
            cause ->
                Stream.concat(
                    Stream.of(cause),
                    Arrays.stream(cause.getSuppressed()).flatMap(ProblemMapper::causes)));
  }

  /** No connection (08), no room for one more (53), shut down (57P), or none free in the pool. */
  private static boolean isDatabaseAway(Throwable e) {
    if (!(e instanceof SQLException sql)) {
      return false;
    }
    String state = sql.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P");
  }

  /** The last step of the path: the method's parameter. */
  private static String fieldOf(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
