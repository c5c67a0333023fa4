package org.andon.auth.throttle;

import java.time.Duration;

/** Nobody is let in by this name from here for a while, whatever the password. */
public final class TooManyAttempts extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Duration LEAST_WAIT = Duration.ofSeconds(1);

  private final Duration wait;

  // No stack trace: this is an answer, not a fault, and it comes in floods.
  TooManyAttempts(Duration wait) {
    super("too many attempts, wait " + wait, null, false, false);
    this.wait = wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait;
  }

  /** Until the next attempt is worth while, at least a second. */
  public Duration retryAfter() {
    return wait;
  }
}
