package org.andon.messaging.message;

/** Why a message was not written. */
public abstract sealed class WriteFailure extends RuntimeException {
  private WriteFailure(String message, Throwable cause) {
    super(message, cause, false, false);
  }

  /** The store is away, or too much waits for it; the same message may be sent again. */
  public static final class Unavailable extends WriteFailure {
    Unavailable(Throwable cause) {
      super("The message store is away. Send the message again.", cause);
    }
  }

  /** The store refuses this very message. */
  public static final class Refused extends WriteFailure {
    Refused(Throwable cause) {
      super("The message cannot be stored.", cause);
    }
  }
}
