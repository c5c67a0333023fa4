package org.andon.auth.login;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.andon.auth.directory.Authentication.Refusal;
import org.andon.auth.directory.DirectoryFailure;
import org.andon.auth.session.Grant;
import org.andon.auth.session.SessionFailure;

/** How signing in and staying in went; never who. */
@Startup
@ApplicationScoped
class LoginMeters {

  private static final String DONE = "done";
  private static final String THROTTLED = "throttled";
  private static final String DIRECTORY_AWAY = "directory_away";
  private static final String NOT_LIVING = "not_living";
  private static final String FAILED = "failed";

  private final MeterRegistry registry;

  LoginMeters(MeterRegistry registry) {
    this.registry = registry;
    // All of them from the start: Prometheus sees no increase in what begins with one.
    for (var outcome : new String[] {DONE, THROTTLED, DIRECTORY_AWAY, FAILED}) {
      logins(outcome);
    }
    for (var refusal : Refusal.values()) {
      logins(refusal.name());
    }
    for (var outcome : new String[] {DONE, NOT_LIVING, DIRECTORY_AWAY, FAILED}) {
      refreshes(outcome);
    }
  }

  void loggedIn() {
    logins(DONE).increment();
  }

  void refused(Refusal reason) {
    logins(reason.name()).increment();
  }

  void throttled() {
    logins(THROTTLED).increment();
  }

  void notLoggedIn(RuntimeException failure) {
    logins(outcome(failure)).increment();
  }

  Grant refreshing(Supplier<Grant> refresh) {
    try {
      var grant = refresh.get();
      refreshes(DONE).increment();
      return grant;
    } catch (RuntimeException e) {
      refreshes(outcome(e)).increment();
      throw e;
    }
  }

  private static String outcome(RuntimeException failure) {
    return switch (failure) {
      case DirectoryFailure away -> DIRECTORY_AWAY;
      case SessionFailure.NotLiving ended -> NOT_LIVING;
      default -> FAILED;
    };
  }

  private Counter logins(String outcome) {
    return Counter.builder("andon.logins")
        .description("Attempts to sign in, by what came of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  private Counter refreshes(String outcome) {
    return Counter.builder("andon.refreshes")
        .description("New access tokens asked for, by what came of it")
        .tag("outcome", outcome)
        .register(registry);
  }
}
