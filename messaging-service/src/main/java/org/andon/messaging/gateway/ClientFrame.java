package org.andon.messaging.gateway;

import java.util.UUID;
import org.andon.messaging.operation.Operation;

/** What a client may send, checked. */
sealed interface ClientFrame {
  /** Something to be done, and acknowledged. */
  record Do(Operation operation) implements ClientFrame {}

  record Typing(boolean isTyping) implements ClientFrame {}

  /** The user has read up to here. */
  record Read(long sequenceNumber) implements ClientFrame {}

  /**
   * @param token a new access token of the same user and session
   */
  record RefreshToken(UUID clientMsgId, String token) implements ClientFrame {}

  record Ping() implements ClientFrame {}
}
