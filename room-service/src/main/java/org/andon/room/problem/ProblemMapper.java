package org.andon.room.problem;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.andon.room.problem.Problem.FieldError;
import org.andon.room.publishing.EventTooLargeException;
import org.andon.room.room.RoomException;
import org.andon.room.template.TemplateException;
import org.andon.room.web.InvalidParameter;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error of this service, by the exception that stands for it. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  /** What every resource method calls its body, which is missing when it is at fault itself. */
  private static final String BODY = "request";

  /** A database or auth-service that is away is seldom back sooner. */
  private static final int RETRY_AFTER_SECONDS = 2;

  @ServerExceptionMapper
  Response room(RoomException e) {
    return switch (e) {
      case RoomException.RoomNotFound x -> problem(404, "Not Found", "room_not_found", x);
      case RoomException.MemberNotFound x -> problem(404, "Not Found", "not_found", x);
      case RoomException.ItemNotFound x -> problem(404, "Not Found", "not_found", x);
      case RoomException.Forbidden x -> problem(403, "Forbidden", "forbidden", x);
      case RoomException.VersionConflict x -> problem(409, "Conflict", "version_conflict", x);
      case RoomException.InvalidTransition x -> problem(409, "Conflict", "invalid_transition", x);
      case RoomException.RoomArchived x -> problem(409, "Conflict", "room_archived", x);
      case RoomException.LastOwner x -> problem(409, "Conflict", "last_owner", x);
      case RoomException.InvalidField x ->
          fields(List.of(new FieldError(x.field(), x.getMessage())));
    };
  }

  @ServerExceptionMapper
  Response template(TemplateException e) {
    return switch (e) {
      case TemplateException.NotFound x -> problem(404, "Not Found", "template_not_found", x);
      case TemplateException.Forbidden x -> problem(403, "Forbidden", "forbidden", x);
      case TemplateException.VersionConflict x -> problem(409, "Conflict", "version_conflict", x);
      case TemplateException.TooMany x ->
          fields(List.of(new FieldError(x.field(), x.getMessage())));
    };
  }

  @ServerExceptionMapper
  Response parameter(InvalidParameter e) {
    return fields(List.of(new FieldError(e.parameter(), e.getMessage())));
  }

  /** Nothing but members can make a room so large. */
  @ServerExceptionMapper
  Response tooLarge(EventTooLargeException e) {
    return fields(List.of(new FieldError("members", e.getMessage())));
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e) {
    List<FieldError> errors =
        e.getConstraintViolations().stream()
            .map(violation -> new FieldError(fieldOf(violation), violation.getMessage()))
            .sorted(Comparator.comparing(FieldError::field))
            .toList();
    return errors.stream().anyMatch(error -> error.field().equals(BODY))
        ? malformed()
        : fields(errors);
  }

  @ServerExceptionMapper
  Response wrongType(MismatchedInputException e) {
    if (e.getPath().isEmpty()) {
      return malformed();
    }
    return fields(List.of(new FieldError(fieldOf(e.getPath()), expectation(e))));
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
    return causes(e).anyMatch(IOException.class::isInstance) ? unavailable() : unauthenticated();
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
          answer(new Problem(406, "Not Acceptable", "not_acceptable", "Only JSON can be had."));
      case 413 -> answer(Problem.TOO_LARGE);
      case 415 ->
          answer(
              new Problem(
                  415, "Unsupported Media Type", "unsupported_media_type", "Only JSON is taken."));
      default -> internal(e);
    };
  }

  @ServerExceptionMapper
  Response unexpected(Exception e) {
    if (causes(e).anyMatch(ProblemMapper::isStorageAway)) {
      LOG.warnf("storage is away: reason=%s", e.toString());
      return unavailable();
    }
    return internal(e);
  }

  private static Response internal(Exception e) {
    LOG.error("request failed", e);
    return answer(
        new Problem(500, "Internal Server Error", "internal_error", "Something went wrong here."));
  }

  private static Response malformed() {
    return answer(
        new Problem(400, "Bad Request", "malformed_json", "The body must be a JSON object."));
  }

  private static Response unauthenticated() {
    return builder(
            new Problem(401, "Unauthorized", "unauthenticated", "A valid access token is needed."))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  private static Response unavailable() {
    return builder(
            new Problem(503, "Service Unavailable", "unavailable", "A part is away; try again."))
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }

  private static Response problem(int status, String title, String code, Exception e) {
    return answer(new Problem(status, title, code, e.getMessage()));
  }

  private static Response fields(List<FieldError> errors) {
    return answer(Problem.ofFields(errors));
  }

  private static Response answer(Problem problem) {
    return builder(problem).build();
  }

  private static ResponseBuilder builder(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(20);
  }

  /** No connection (08), no room for one more (53), shut down (57P), or none free in the pool. */
  private static boolean isStorageAway(Throwable e) {
    if (!(e instanceof SQLException sql)) {
      return false;
    }
    String state = sql.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P");
  }

  /** Without the first two steps of the path, the method and its parameter. */
  private static String fieldOf(ConstraintViolation<?> violation) {
    String[] steps = violation.getPropertyPath().toString().split("\\.", 3);
    return SnakeCaseStrategy.INSTANCE.translate(steps[steps.length - 1]);
  }

  private static String fieldOf(List<Reference> path) {
    return path.stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private static String expectation(MismatchedInputException e) {
    return e instanceof InvalidFormatException
        ? "is not a value allowed here"
        : "has the wrong type";
  }
}
