package org.andon.messaging.message;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.andon.contracts.MessageFrame;
import org.andon.messaging.message.ReactionStore.Tally;

/** A message as history shows it to somebody. */
public sealed interface MessageView {
  long sequenceNumber();

  /** As on the socket, with {@code edited_at} and {@code deleted_at}, and its reactions. */
  record Said(@JsonUnwrapped MessageFrame message, List<Tally> reactions) implements MessageView {
    @Override
    public long sequenceNumber() {
      return message.sequenceNumber();
    }
  }

  /** As on the socket, with {@code message_type} and {@code created_at}. */
  record Happened(@JsonValue ObjectNode event, long sequenceNumber) implements MessageView {}
}
