package org.andon.auth.problem;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.andon.auth.audit.AuditFailure;
import org.andon.auth.directory.DirectoryFailure;
import org.andon.auth.login.LoginFailure;
import org.andon.auth.machine.MachineFailure;
import org.andon.auth.session.SessionFailure;
import org.andon.auth.throttle.ThrottleBusy;
import org.andon.auth.throttle.TooManyAttempts;
import org.andon.http.CommonProblems;
import org.andon.http.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The failures of this service's own, told as problems. */
class ProblemMapper {

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  /** Whoever asks for token after token is told to use those there are. */
  private static final int TOKENS_RETRY_SECONDS = 60;

  @ServerExceptionMapper
  Response login(LoginFailure failure) {
    return switch (failure) {
      case LoginFailure.InvalidCredentials _ ->
          Problem.of(
                  401,
                  "Unauthorized",
                  "invalid_credentials",
                  "No account that may sign in has this name and password.")
              .challenge();
    };
  }

  @ServerExceptionMapper
  Response throttled(TooManyAttempts tooMany) {
    return Problem.tooMany("too_many_attempts", "Too many logins failed; wait before the next.")
        .retryAfter(tooMany.retryAfter().toSeconds() + 1);
  }

  @ServerExceptionMapper
  Response busy(ThrottleBusy busy) {
    return Problem.unavailable("unavailable", "Too many log in at the moment.").retry();
  }

  @ServerExceptionMapper
  Response session(SessionFailure failure) {
    return switch (failure) {
      case SessionFailure.NotLiving _ -> CommonProblems.unauthenticated();
      case SessionFailure.NoSuchSession _ ->
          Problem.notFound("session_not_found", "There is no such session.").response();
    };
  }

  @ServerExceptionMapper
  Response machine(MachineFailure failure) {
    return switch (failure) {
      case MachineFailure.NoSuchAccount _ ->
          Problem.notFound("service_account_not_found", "There is no such service account.")
              .response();
      case MachineFailure.TooManyAccounts full ->
          Problem.conflict("too_many_service_accounts", full.getMessage()).response();
      case MachineFailure.VersionConflict conflict ->
          Problem.conflict("version_conflict", conflict.getMessage()).response();
      case MachineFailure.InvalidField wrong ->
          Problem.ofField(wrong.field(), wrong.getMessage()).response();
      case MachineFailure.TooManyTokens tooMany ->
          Problem.tooMany("too_many_tokens", tooMany.getMessage()).retryAfter(TOKENS_RETRY_SECONDS);
      case MachineFailure.TokenRefused refused -> TokenError.of(refused).response();
    };
  }

  @ServerExceptionMapper
  Response audit(AuditFailure failure) {
    return switch (failure) {
      case AuditFailure.NoTime time ->
          Problem.ofField(time.field(), "must be a time such as 2026-11-22T03:00:00Z").response();
    };
  }

  @ServerExceptionMapper
  Response directory(DirectoryFailure failure) {
    return switch (failure) {
      case DirectoryFailure.Unavailable away -> {
        LOG.warnf("directory_unavailable cause=%s", away.getCause());
        yield Problem.unavailable(
                "directory_unavailable", "The directory of people does not answer at the moment.")
            .retry();
      }
      case DirectoryFailure.NoSuchPerson _ ->
          Problem.notFound("user_not_found", "There is no such user.").response();
      case DirectoryFailure.TooManyHits _ ->
          Problem.ofFields(
                  "too_many_hits",
                  List.of(new Problem.FieldError("q", "matches too many people: narrow it down")))
              .response();
    };
  }
}
