package org.andon.room.push;

/** Why a browser is not registered. The message is meant for the caller. */
public abstract sealed class PushException extends RuntimeException {

  // No stack trace: this is an answer, not a fault.
  private PushException(String message) {
    super(message, null, false, false);
  }

  /** What the browser gave is no subscription, or none for us. */
  public static final class InvalidField extends PushException {
    private final String field;

    InvalidField(String field, String message) {
      super(message);
      this.field = field;
    }

    public String field() {
      return field;
    }
  }
}
