package org.andon.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.andon.http.Page;

/** Lists living sessions of a user, newest first. */
@ApplicationScoped
class SessionPages {

  /** Later than every session id there is. */
  static final String NO_CURSOR = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  private final Sessions sessions;

  SessionPages(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * @param current the session that asks
   */
  Page<SessionView> of(String userId, String limit, String cursor, UUID current) {
    int size = Integer.parseInt(limit);
    var views =
        sessions.livingOf(userId, UUID.fromString(cursor), size + 1).stream()
            .map(session -> SessionView.of(session, current))
            .toList();
    return Page.of(views, size, view -> view.sessionId().toString());
  }
}
