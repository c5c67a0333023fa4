package org.andon.auth.login;

import jakarta.enterprise.context.ApplicationScoped;
import org.andon.auth.directory.PeopleDirectory;
import org.andon.auth.session.EndReason;
import org.andon.auth.session.Grant;
import org.andon.auth.session.Origin;
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

  LoginService(PeopleDirectory people, Sessions sessions) {
    this.people = people;
    this.sessions = sessions;
  }

  Grant signIn(SignIn request, Origin origin) {
    var person = people.authenticate(request.username(), request.password());
    if (person.isEmpty()) {
      // Not the name that was typed: now and then it is a password.
      LOG.infof("login_refused address=%s", origin.address());
      throw new LoginFailure.InvalidCredentials();
    }
    var grant = sessions.open(person.get(), origin);
    LOG.infof(
        "login user_id=%s session_id=%s address=%s",
        person.get().userId(), grant.session().id(), origin.address());
    return grant;
  }

  /** With the directory away this fails before the token is used, so the session is kept. */
  Grant refresh(RefreshToken token) {
    var session = sessions.of(token).orElseThrow(SessionFailure.NotLiving::new);
    var person = people.byUserId(session.person().userId());
    if (person.isEmpty()) {
      sessions.end(session.id(), EndReason.account_refused);
      throw new SessionFailure.NotLiving();
    }
    return sessions.refresh(token, person.get()).orElseThrow(SessionFailure.NotLiving::new);
  }
}
