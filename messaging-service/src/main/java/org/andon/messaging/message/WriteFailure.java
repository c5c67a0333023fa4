package org.andon.messaging.message;

/** Why something was not written. */
public abstract sealed class WriteFailure extends RuntimeException {
  private WriteFailure(String message, Throwable cause) {
    super(message, cause, false, false);
  }

  /** The store is away, or too much waits for it; the same may be sent again. */
  public static final class Unavailable extends WriteFailure {
    public Unavailable(Throwable cause) {
      super("The message store is away. Send it again, with the same client_msg_id.", cause);
    }
  }

  /** The store refuses this very content. */
  public static final class NotStorable extends WriteFailure {
    NotStorable(Throwable cause) {
      super("The message cannot be stored.", cause);
    }
  }

  /** There is no such message in the room. */
  public static final class NoSuchMessage extends WriteFailure {
    NoSuchMessage() {
      super("There is no such message in this room.", null);
    }
  }

  /** What was deleted is not changed any more. */
  public static final class Deleted extends WriteFailure {
    Deleted() {
      super("The message has been deleted.", null);
    }
  }

  /** Somebody else's message, or one that the system wrote. */
  public static final class NotYours extends WriteFailure {
    NotYours(String message) {
      super(message, null);
    }
  }

  public static final class EditWindowClosed extends WriteFailure {
    EditWindowClosed(long minutes) {
      super("A message can be edited for " + minutes + " minutes after it was sent.", null);
    }
  }

  /** A field does not fit the message it is about. */
  public static final class FieldRefused extends WriteFailure {
    private final String field;

    FieldRefused(String field, String message) {
      super(field + " " + message, null);
      this.field = field;
    }

    public String field() {
      return field;
    }
  }
}
