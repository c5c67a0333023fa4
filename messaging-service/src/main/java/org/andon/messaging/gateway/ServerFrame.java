package org.andon.messaging.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.presence.OnlineUser;
import org.andon.messaging.room.Role;

/** What this pod itself says to one client; never stored. */
sealed interface ServerFrame {
  record Welcome(
      String type,
      int protocol,
      UUID roomId,
      String userId,
      Role role,
      long lastSequenceNumber,
      List<OnlineUser> online,
      String connectionId)
      implements ServerFrame {}

  record FeedWelcome(String type, int protocol, String userId, String connectionId)
      implements ServerFrame {}

  record Resync(String type, long from, long lastSequenceNumber) implements ServerFrame {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Error(String type, String code, String message, String field, UUID clientMsgId)
      implements ServerFrame {}

  record Pong(String type) implements ServerFrame {}

  static ServerFrame welcome(
      UUID roomId, String userId, Role role, long last, List<OnlineUser> online, String id) {
    return new Welcome("welcome", 1, roomId, userId, role, last, online, id);
  }

  static ServerFrame feedWelcome(String userId, String connectionId) {
    return new FeedWelcome("welcome", 1, userId, connectionId);
  }

  static ServerFrame resync(long from, long last) {
    return new Resync("resync", from, last);
  }

  static ServerFrame error(Refused refused) {
    return new Error(
        "error",
        refused.code().wireName(),
        refused.getMessage(),
        refused.field(),
        refused.clientMsgId());
  }

  static ServerFrame pong() {
    return new Pong("pong");
  }
}
