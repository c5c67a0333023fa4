package org.andon.auth.login;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.jboss.logging.Logger;

/** The rules of signing in and staying in. The directory is asked outside of every transaction. */
@ApplicationScoped
class LoginService {

  private static final Logger LOG = Logger.getLogger(LoginService.class);

  private final PeopleDirectory people;
  private final Sessions sessions;
  private final Endings endings;
  private final AuditLog audit;

  LoginService(PeopleDirectory people, Sessions sessions, Endings endings, AuditLog audit) {
    this.people = people;
    this.sessions = sessions;
    this.endings = endings;
    this.audit = audit;
  }

  Grant signIn(SignIn request, Origin origin) {
    return switch (people.authenticate(request.username(), request.password())) {
      case Authentication.Accepted accepted -> open(accepted.person(), origin);
      case Authentication.Refused refused -> {
        var type = refused.reason().isMistake() ? EventType.login_failed : EventType.login_refused;
        audit.notLoggedIn(type, refused.userId(), refused.reason().name(), origin);
        // Not the name that was typed: now and then it is a password.
        LOG.infof(
            "%s reason=%s user_id=%s address=%s",
            type, refused.reason(), refused.userId(), origin.address());
        throw new LoginFailure.InvalidCredentials();
      }
    };
  }

  private Grant open(Person person, Origin origin) {
    var grant = sessions.open(person, origin);
    LOG.infof(
        "login user_id=%s session_id=%s address=%s",
        person.userId(), grant.session().id(), origin.address());
    return grant;
  }

  /** With the directory away this fails before the token is used, so the session is kept. */
  Grant refresh(RefreshToken token, Origin origin) {
    var session = sessions.of(token, origin).orElseThrow(SessionFailure.NotLiving::new);
    var person = people.byUserId(session.person().userId());
    if (person.isEmpty()) {
      endings.end(session.id(), new Ending(EndReason.account_refused, null, origin));
      throw new SessionFailure.NotLiving();
    }
    return sessions.refresh(token, person.get(), origin).orElseThrow(SessionFailure.NotLiving::new);
  }
}
