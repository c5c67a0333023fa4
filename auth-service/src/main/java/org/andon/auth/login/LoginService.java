package org.andon.auth.login;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.andon.auth.audit.AuditLog;
import org.andon.auth.audit.EventType;
import org.andon.auth.directory.Authentication;
import org.andon.auth.directory.PeopleDirectory;
import org.andon.auth.directory.Person;
import org.andon.auth.origin.Origin;
import org.andon.auth.session.EndReason;
import org.andon.auth.session.Ending;
import org.andon.auth.session.Endings;
import org.andon.auth.session.Grant;
import org.andon.auth.session.RefreshToken;
import org.andon.auth.session.SessionFailure;
import org.andon.auth.session.Sessions;
import org.andon.auth.throttle.Attempt;
import org.andon.auth.throttle.Device;
import org.andon.auth.throttle.LoginThrottle;
import org.andon.auth.throttle.TooManyAttempts;
import org.jboss.logging.Logger;

/** The rules of signing in and staying in. The directory is asked outside of every transaction. */
@ApplicationScoped
class LoginService {

  private static final Logger LOG = Logger.getLogger(LoginService.class);

  private final PeopleDirectory people;
  private final Sessions sessions;
  private final Endings endings;
  private final AuditLog audit;
  private final LoginThrottle throttle;
  private final LoginConfig config;
  private final LoginMeters meters;

  LoginService(
      PeopleDirectory people,
      Sessions sessions,
      Endings endings,
      AuditLog audit,
      LoginThrottle throttle,
      LoginConfig config,
      LoginMeters meters) {
    this.meters = meters;
    this.people = people;
    this.sessions = sessions;
    this.endings = endings;
    this.audit = audit;
    this.throttle = throttle;
    this.config = config;
  }

  /**
   * @throws TooManyAttempts whatever the password is
   */
  Grant signIn(SignIn request, Origin origin, Device device) {
    var attempt = begin(request, origin, device);
    var begun = Instant.now();
    return switch (authenticate(request, attempt)) {
      case Authentication.Accepted accepted -> open(accepted.person(), origin, attempt);
      case Authentication.Refused refused -> {
        note(refused, origin);
        waitUntil(begun.plus(config.refusalTime()));
        throw new LoginFailure.InvalidCredentials();
      }
    };
  }

  private Attempt begin(SignIn request, Origin origin, Device device) {
    try {
      return throttle.begin(request.username(), origin, device);
    } catch (TooManyAttempts tooMany) {
      meters.throttled();
      if (throttle.isWorthNoting(origin)) {
        audit.throttled(LoginThrottle.digest(request.username()), origin);
        LOG.infof("login_refused reason=too_many_attempts address=%s", origin.address());
      }
      throw tooMany;
    }
  }

  private Authentication authenticate(SignIn request, Attempt attempt) {
    try {
      return people.authenticate(request.username(), request.password(), attempt::mayTry);
    } catch (RuntimeException e) {
      attempt.giveBack();
      meters.notLoggedIn(e);
      throw e;
    }
  }

  private void note(Authentication.Refused refused, Origin origin) {
    meters.refused(refused.reason());
    var type = refused.reason().isMistake() ? EventType.login_failed : EventType.login_refused;
    audit.notLoggedIn(type, refused.userId(), refused.reason().name(), origin);
    // Not the name that was typed: now and then it is a password.
    LOG.infof(
        "%s reason=%s user_id=%s address=%s",
        type, refused.reason(), refused.userId(), origin.address());
  }

  private static void waitUntil(Instant time) {
    try {
      Thread.sleep(Duration.between(Instant.now(), time));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Grant open(Person person, Origin origin, Attempt attempt) {
    attempt.succeeded(person.userId());
    var grant = sessions.open(person, origin);
    meters.loggedIn();
    LOG.infof(
        "login user_id=%s session_id=%s address=%s",
        person.userId(), grant.session().id(), origin.address());
    return grant;
  }

  /** With the directory away this fails before the token is used, so the session is kept. */
  Grant refresh(RefreshToken token, Origin origin) {
    return meters.refreshing(() -> refreshed(token, origin));
  }

  private Grant refreshed(RefreshToken token, Origin origin) {
    var session = sessions.of(token, origin).orElseThrow(SessionFailure.NotLiving::new);
    // A role that was taken away is in the session's other access tokens still.
    var person =
        people.byUserId(session.person().userId()).filter(it -> it.hasRolesOf(session.person()));
    if (person.isEmpty()) {
      endings.end(session.id(), new Ending(EndReason.account_refused, null, origin));
      throw new SessionFailure.NotLiving();
    }
    return sessions.refresh(token, person.get(), origin).orElseThrow(SessionFailure.NotLiving::new);
  }
}
