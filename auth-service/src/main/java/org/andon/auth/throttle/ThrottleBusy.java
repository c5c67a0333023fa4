package org.andon.auth.throttle;

/** More logins at once than may be counted at once; nothing was tried. */
public final class ThrottleBusy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  // No stack trace: it comes in floods.
  ThrottleBusy() {
    super("too many logins at once", null, false, false);
  }
}
