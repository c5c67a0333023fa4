package org.andon.messaging.gateway;

import io.quarkus.websockets.next.CloseReason;

/** Why the server closes a socket, as the protocol numbers it. */
enum CloseCode {
  DRAINING(1001, "draining"),
  FRAME_TOO_LARGE(1009, "frame too large"),
  NOT_JSON(4400, "not JSON"),
  TOKEN_EXPIRED(4401, "token expired"),
  NOT_A_MEMBER(4403, "not a member"),
  ROOM_DELETED(4404, "room deleted"),
  TOO_SLOW(4408, "too slow"),
  NO_PONG(4410, "no pong"),
  TOO_MANY_FRAMES(4429, "too many frames");

  private final int code;
  private final String text;

  CloseCode(int code, String text) {
    this.code = code;
    this.text = text;
  }

  int code() {
    return code;
  }

  CloseReason reason() {
    return new CloseReason(code, text);
  }
}
