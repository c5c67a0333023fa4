package org.andon.messaging.gateway;

import java.util.UUID;
import org.andon.messaging.operation.Operation;

/** What a client may send, checked. */
sealed interface ClientFrame {
  /** As the protocol calls it. */
  default String type() {
    return switch (this) {
      case Do(Operation.Post post) -> "message";
      case Do(Operation.Edit edit) -> "edit_message";
      case Do(Operation.Delete delete) -> "delete_message";
      case Do(Operation.SetMark mark) -> "mark";
      case Do(Operation.React react) -> react.present() ? "add_reaction" : "remove_reaction";
      case Typing typing -> "typing";
      case Read read -> "read";
      case RefreshToken refresh -> "refresh_token";
      case Ping ping -> "ping";
    };
  }

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
