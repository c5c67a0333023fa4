package org.andon.messaging.gateway;

import java.util.Locale;
import java.util.UUID;

/** A client's frame that is answered with an error; the socket stays open. */
final class FrameRefused extends RuntimeException {
  enum Code {
    INVALID_FRAME,
    UNKNOWN_TYPE,
    INVALID_FIELD,
    FORBIDDEN,
    ROOM_ARCHIVED,
    INVALID_TOKEN,
    UNAVAILABLE;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Code code;
  private final transient String field;
  private final transient UUID clientMsgId;

  private FrameRefused(Code code, String message, String field, UUID clientMsgId) {
    super(message, null, false, false);
    this.code = code;
    this.field = field;
    this.clientMsgId = clientMsgId;
  }

  static FrameRefused of(Code code, String message) {
    return new FrameRefused(code, message, null, null);
  }

  static FrameRefused field(String field, String message) {
    return new FrameRefused(Code.INVALID_FIELD, field + " " + message, field, null);
  }

  FrameRefused about(UUID refused) {
    return new FrameRefused(code, getMessage(), field, refused);
  }

  Code code() {
    return code;
  }

  String field() {
    return field;
  }

  UUID clientMsgId() {
    return clientMsgId;
  }
}
