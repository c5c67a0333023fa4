package org.andon.auth.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.andon.auth.audit.AuditFailure;
import org.andon.auth.directory.DirectoryFailure;
import org.andon.auth.login.LoginFailure;
import org.andon.auth.machine.MachineFailure;
import org.andon.auth.session.SessionFailure;
import org.andon.auth.throttle.ThrottleBusy;
import org.andon.auth.throttle.TooManyAttempts;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure, told as a problem that names what is wrong and nothing of how it is built. */
class ProblemMapper {

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
  private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
      new PropertyNamingStrategies.SnakeCaseStrategy();

  /** As in every service: a part that is away is seldom back sooner. */
  private static final int RETRY_SECONDS = 2;

  /** Whoever asks for token after token is told to use those there are. */
  private static final int TOKENS_RETRY_SECONDS = 60;

  @ServerExceptionMapper
  Response login(LoginFailure failure) {
    return switch (failure) {
      case LoginFailure.InvalidCredentials _ ->
          Problem.of(
                  Status.UNAUTHORIZED,
                  "invalid_credentials",
                  "No account that may sign in has this name and password.")
              .unauthenticated();
    };
  }

  @ServerExceptionMapper
  Response throttled(TooManyAttempts tooMany) {
    return Problem.of(
            Status.TOO_MANY_REQUESTS,
            "too_many_attempts",
            "Too many logins failed; wait before the next.")
        .retryAfter(Math.toIntExact(tooMany.retryAfter().toSeconds() + 1));
  }

  @ServerExceptionMapper
  Response busy(ThrottleBusy busy) {
    return Problem.of(Status.SERVICE_UNAVAILABLE, "unavailable", "Too many log in at the moment.")
        .retryAfter(RETRY_SECONDS);
  }

  @ServerExceptionMapper
  Response session(SessionFailure failure) {
    return switch (failure) {
      case SessionFailure.NotLiving _ -> unauthenticated();
      case SessionFailure.NoSuchSession _ ->
          Problem.of(Status.NOT_FOUND, "session_not_found", "There is no such session.").response();
    };
  }

  @ServerExceptionMapper
  Response machine(MachineFailure failure) {
    return switch (failure) {
      case MachineFailure.NoSuchAccount _ ->
          Problem.of(
                  Status.NOT_FOUND,
                  "service_account_not_found",
                  "There is no such service account.")
              .response();
      case MachineFailure.TooManyAccounts full ->
          Problem.of(Status.CONFLICT, "too_many_service_accounts", full.getMessage()).response();
      case MachineFailure.VersionConflict conflict ->
          Problem.of(Status.CONFLICT, "version_conflict", conflict.getMessage()).response();
      case MachineFailure.InvalidField wrong ->
          Problem.invalid(List.of(new Problem.FieldError(wrong.field(), wrong.getMessage())))
              .response();
      case MachineFailure.TooManyTokens tooMany ->
          Problem.of(Status.TOO_MANY_REQUESTS, "too_many_tokens", tooMany.getMessage())
              .retryAfter(TOKENS_RETRY_SECONDS);
      case MachineFailure.TokenRefused refused -> TokenError.of(refused).response();
    };
  }

  @ServerExceptionMapper
  Response audit(AuditFailure failure) {
    return switch (failure) {
      case AuditFailure.NoTime time ->
          Problem.invalid(
                  List.of(
                      new Problem.FieldError(
                          time.field(), "must be a time such as 2026-11-22T03:00:00Z")))
              .response();
    };
  }

  @ServerExceptionMapper
  Response directory(DirectoryFailure failure) {
    return switch (failure) {
      case DirectoryFailure.Unavailable away -> {
        LOG.warnf("directory_unavailable cause=%s", away.getCause());
        yield Problem.of(
                Status.SERVICE_UNAVAILABLE,
                "directory_unavailable",
                "The directory of people does not answer at the moment.")
            .retryAfter(RETRY_SECONDS);
      }
      case DirectoryFailure.NoSuchPerson _ ->
          Problem.of(Status.NOT_FOUND, "user_not_found", "There is no such user.").response();
      case DirectoryFailure.TooManyHits _ ->
          Problem.invalid(
                  "too_many_hits",
                  List.of(new Problem.FieldError("q", "matches too many people: narrow it down")))
              .response();
    };
  }

  @ServerExceptionMapper({
    AuthenticationFailedException.class,
    UnauthorizedException.class,
  })
  Response unauthenticated() {
    return Problem.of(
            Status.UNAUTHORIZED, "unauthenticated", "This needs an access token that is valid.")
        .unauthenticated();
  }

  @ServerExceptionMapper(ForbiddenException.class)
  Response forbidden() {
    return Problem.of(Status.FORBIDDEN, "forbidden", "You may not do this.").response();
  }

  @ServerExceptionMapper
  Response invalid(ResteasyReactiveViolationException violations) {
    var errors =
        violations.getConstraintViolations().stream()
            .map(ProblemMapper::fieldError)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing(Problem.FieldError::field))
            .toList();
    return errors.isEmpty() ? malformed() : Problem.invalid(errors).response();
  }

  /** Empty when it is the body itself that is missing. */
  private static Optional<Problem.FieldError> fieldError(ConstraintViolation<?> violation) {
    var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false).toList();
    Path.Node last = nodes.getLast();
    boolean isBody = last.getKind() == ElementKind.PARAMETER && violation.getInvalidValue() == null;
    return isBody
        ? Optional.empty()
        : Optional.of(
            new Problem.FieldError(SNAKE_CASE.translate(last.getName()), violation.getMessage()));
  }

  /** A value of the wrong type in a body that is JSON; a body of the wrong type has no field. */
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException mismatch) {
    var field =
        mismatch.getPath().stream().map(JsonMappingException.Reference::getFieldName).findFirst();
    return field
        .map(
            name ->
                Problem.invalid(List.of(new Problem.FieldError(name, "is of the wrong type")))
                    .response())
        .orElseGet(ProblemMapper::malformed);
  }

  private static Response malformed() {
    return Problem.of(
            Status.BAD_REQUEST, "malformed_json", "The body is not a JSON object as expected.")
        .response();
  }

  /**
   * What JAX-RS itself refuses: an unknown path, a wrong method or type, a body that is no JSON.
   */
  @ServerExceptionMapper
  Response refused(WebApplicationException refusal) {
    if (refusal.getCause() instanceof MismatchedInputException mismatch) {
      return mismatched(mismatch);
    }
    int code = refusal.getResponse().getStatus();
    var status = Status.fromStatusCode(code);
    if (status == null) {
      return Problem.of(Status.INTERNAL_SERVER_ERROR, "internal_error", "Refused.").response();
    }
    return switch (status) {
      case BAD_REQUEST -> malformed();
      case NOT_FOUND ->
          Problem.of(status, "not_found", "There is nothing at this address.").response();
      case METHOD_NOT_ALLOWED ->
          Problem.of(status, "method_not_allowed", "This address does not take this method.")
              .response();
      case NOT_ACCEPTABLE ->
          Problem.of(status, "not_acceptable", "This is available as application/json.").response();
      case UNSUPPORTED_MEDIA_TYPE ->
          Problem.of(status, "unsupported_media_type", "This does not take bodies of this type.")
              .response();
      case REQUEST_ENTITY_TOO_LARGE -> Problem.TOO_LARGE.response();
      default -> internal(refusal);
    };
  }

  @ServerExceptionMapper
  Response unexpected(Throwable failure) {
    if (StorageFailure.isCauseOf(failure)) {
      LOG.warnf("storage_unavailable cause=%s", failure.toString());
      return Problem.of(
              Status.SERVICE_UNAVAILABLE, "unavailable", "This does not work at the moment.")
          .retryAfter(RETRY_SECONDS);
    }
    return internal(failure);
  }

  private static Response internal(Throwable failure) {
    LOG.error("internal_error", failure);
    return Problem.of(
            Status.INTERNAL_SERVER_ERROR, "internal_error", "Something went wrong on our side.")
        .response();
  }
}
