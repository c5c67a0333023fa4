package org.andon.auth.machine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.andon.auth.audit.AuditLog;
import org.andon.auth.audit.EventType;
import org.andon.auth.origin.Origin;
import org.andon.auth.page.PageRules;
import org.andon.auth.throttle.Attempt;
import org.andon.auth.throttle.Device;
import org.andon.auth.throttle.LoginThrottle;
import org.andon.auth.throttle.TooManyAttempts;
import org.andon.auth.token.AccessToken;
import org.andon.auth.token.AccessTokens;
import org.jboss.logging.Logger;

/** The rules of letting a machine in: throttled and written down as people's logins are. */
@ApplicationScoped
class MachineTokens {

  private static final Logger LOG = Logger.getLogger(MachineTokens.class);
  private static final String WRONG_SECRET = "wrong_secret";

  private final MachineSessions sessions;
  private final AccessTokens tokens;
  private final AuditLog audit;
  private final LoginThrottle throttle;

  MachineTokens(
      MachineSessions sessions, AccessTokens tokens, AuditLog audit, LoginThrottle throttle) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.audit = audit;
    this.throttle = throttle;
  }

  /**
   * @throws TooManyAttempts whatever the secret is
   */
  AccessToken issue(ClientCredentials credentials, Origin origin) {
    var attempt = begin(credentials, origin);
    if (!credentials.clientId().matches(PageRules.UUID_PATTERN)) {
      throw refused(null, origin);
    }
    var clientId = UUID.fromString(credentials.clientId());
    var opened =
        sessions
            .open(clientId, credentials.secret(), origin)
            .orElseThrow(() -> refused(sessions.userId(clientId).orElse(null), origin));
    // Only wrong secrets count.
    attempt.giveBack();
    var session = opened.session();
    return tokens.issueToMachine(
        session.person(),
        session.id(),
        opened.scope().rooms(),
        opened.scope().templates(),
        session.lastSeenAt(),
        session.accessUntil());
  }

  private Attempt begin(ClientCredentials credentials, Origin origin) {
    try {
      return throttle.begin(
          credentials.clientId(), origin, new Device(credentials.clientId(), true));
    } catch (TooManyAttempts tooMany) {
      if (throttle.isWorthNoting(origin)) {
        audit.throttled(LoginThrottle.digest(credentials.clientId()), origin);
        LOG.infof("token_refused reason=too_many_attempts address=%s", origin.address());
      }
      throw tooMany;
    }
  }

  /**
   * @param userId null when there is no such account
   */
  private MachineFailure refused(String userId, Origin origin) {
    audit.notLoggedIn(EventType.login_failed, userId, WRONG_SECRET, origin);
    LOG.infof("token_refused user_id=%s address=%s", userId, origin.address());
    return new MachineFailure.TokenRefused(
        MachineFailure.Error.invalid_client, "no service account has this id and secret");
  }
}
