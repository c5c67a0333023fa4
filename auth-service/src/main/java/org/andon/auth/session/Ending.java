package org.andon.auth.session;

import org.andon.auth.origin.Origin;

/**
 * Why, by whom and from where a session is ended.
 *
 * @param by the user who ends it; null when it is the service itself
 */
public record Ending(EndReason reason, String by, Origin origin) {

  /** Decided by the service, on its own schedule. */
  public static Ending byService(EndReason reason) {
    return new Ending(reason, null, Origin.SERVICE);
  }
}
