package org.andon.http;

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
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.andon.http.Problem.FieldError;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The errors that every service can make; its own are in its own mapper. */
public class CommonProblems {
  private static final Logger LOG = Logger.getLogger(CommonProblems.class);

  /** What every resource method calls its body, which is missing when it is at fault itself. */
  private static final String BODY = "request";

  @ServerExceptionMapper
  Response parameter(InvalidParameter e) {
    return Problem.ofField(e.parameter(), e.getMessage()).response();
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
        : Problem.ofFields(errors).response();
  }

  /** Without the first two steps of the path, the method and its parameter. */
  private static String fieldOf(ConstraintViolation<?> violation) {
    String[] steps = violation.getPropertyPath().toString().split("\\.", 3);
    return SnakeCaseStrategy.INSTANCE.translate(steps[steps.length - 1]);
  }

  @ServerExceptionMapper
  Response wrongType(MismatchedInputException e) {
    return e.getPath().isEmpty()
        ? malformed()
        : Problem.ofField(fieldOf(e.getPath()), expectation(e)).response();
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

  @ServerExceptionMapper
  Response unauthenticated(UnauthorizedException e) {
    return unauthenticated();
  }

  @ServerExceptionMapper
  Response unauthenticated(AuthenticationFailedException e) {
    // The token could not be judged, because auth-service's keys could not be had.
    return Causes.of(e).anyMatch(IOException.class::isInstance) ? away(e) : unauthenticated();
  }

  public static Response unauthenticated() {
    return Problem.of(401, "Unauthorized", "unauthenticated", "A valid access token is needed.")
        .challenge();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return Problem.forbidden("You may not do this.").response();
  }

  /** What JAX-RS itself refuses. */
  @ServerExceptionMapper
  Response refused(WebApplicationException e) {
    if (e.getCause() instanceof MismatchedInputException mismatch) {
      return wrongType(mismatch);
    }
    return switch (e.getResponse().getStatus()) {
      case 400 -> malformed();
      case 404 -> Problem.notFound("not_found", "There is nothing here.").response();
      case 405 -> refused(405, "Method Not Allowed", "Not with this method.");
      case 406 -> refused(406, "Not Acceptable", "Not as any type you accept.");
      case 412 -> refused(412, "Precondition Failed", "What is here is another one.");
      case 413 -> TooLargeBodies.PROBLEM.response();
      case 415 -> Problem.unsupportedMediaType("Not with this content type.").response();
      default -> internal(e);
    };
  }

  private static Response refused(int status, String title, String detail) {
    String code = title.toLowerCase(Locale.ROOT).replace(' ', '_');
    return Problem.of(status, title, code, detail).response();
  }

  /** Clients need only one code for a body that cannot be read, be it a form. */
  public static Response malformed() {
    return Problem.badRequest("malformed_json", "The body cannot be read; it must be an object.")
        .response();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable e) {
    return Causes.isDatabaseAway(e) ? away(e) : internal(e);
  }

  /** Logged, as it is not the caller's fault. */
  public static Response away(Throwable e) {
    LOG.warnf("a part is away: reason=%s", e.toString());
    return Problem.unavailable("unavailable", "A part is away; try again.").retry();
  }

  /** Logged with all that led to it. */
  public static Response internal(Throwable e) {
    LOG.error("request failed", e);
    return Problem.of(
            500, "Internal Server Error", "internal_error", "Something went wrong on our side.")
        .response();
  }
}
