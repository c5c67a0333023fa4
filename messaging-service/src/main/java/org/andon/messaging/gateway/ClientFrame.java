package org.andon.messaging.gateway;

import java.util.List;
import java.util.UUID;
import org.andon.messaging.message.MessageType;

/** What a client may send, checked. */
sealed interface ClientFrame {
  record Post(
      UUID clientMsgId,
      MessageType messageType,
      String content,
      List<String> mentions,
      UUID fileId,
      UUID replyTo)
      implements ClientFrame {}

  /**
   * @param token a new access token of the same user and session
   */
  record RefreshToken(UUID clientMsgId, String token) implements ClientFrame {}

  record Ping() implements ClientFrame {}
}
