package org.andon.messaging.operation;

import java.util.Locale;
import java.util.UUID;
import org.andon.messaging.message.WriteFailure;

/** What somebody sent is refused, and why; nothing has changed. */
public final class Refused extends RuntimeException {
  /** Stable, for programs: on the socket and over HTTP alike. */
  public enum Code {
    INVALID_FRAME,
    UNKNOWN_TYPE,
    INVALID_FIELD,
    FORBIDDEN,
    MESSAGE_NOT_FOUND,
    EDIT_WINDOW_CLOSED,
    MESSAGE_DELETED,
    ROOM_ARCHIVED,
    INVALID_TOKEN,
    RATE_LIMITED,
    FRAME_TOO_LARGE,
    UNAVAILABLE;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Code code;
  private final transient String field;
  private final transient UUID clientMsgId;

  private Refused(Code code, String message, String field, UUID clientMsgId) {
    super(message, null, false, false);
    this.code = code;
    this.field = field;
    this.clientMsgId = clientMsgId;
  }

  public static Refused of(Code code, String message) {
    return new Refused(code, message, null, null);
  }

  /**
   * @param message goes on from the field's name: "is a UUID."
   */
  public static Refused field(String field, String message) {
    return new Refused(Code.INVALID_FIELD, field + " " + message, field, null);
  }

  public static Refused of(WriteFailure failure) {
    String message = failure.getMessage();
    return switch (failure) {
      case WriteFailure.Unavailable e -> of(Code.UNAVAILABLE, message);
      case WriteFailure.NoSuchMessage e -> of(Code.MESSAGE_NOT_FOUND, message);
      case WriteFailure.NotYours e -> of(Code.FORBIDDEN, message);
      case WriteFailure.Deleted e -> of(Code.MESSAGE_DELETED, message);
      case WriteFailure.EditWindowClosed e -> of(Code.EDIT_WINDOW_CLOSED, message);
      case WriteFailure.NotStorable e -> new Refused(Code.INVALID_FIELD, message, "content", null);
      case WriteFailure.FieldRefused e -> new Refused(Code.INVALID_FIELD, message, e.field(), null);
    };
  }

  /** The same, with the client's own id of what is refused. */
  public Refused about(UUID refused) {
    return new Refused(code, getMessage(), field, refused);
  }

  public Code code() {
    return code;
  }

  /** Null unless one field is at fault. */
  public String field() {
    return field;
  }

  public UUID clientMsgId() {
    return clientMsgId;
  }
}
