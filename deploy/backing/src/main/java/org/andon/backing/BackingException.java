package org.andon.backing;

/** A backing server could not be started, asked or stopped; the message says which and why. */
public final class BackingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BackingException(String message, Throwable cause) {
    super(message, cause);
  }
}
