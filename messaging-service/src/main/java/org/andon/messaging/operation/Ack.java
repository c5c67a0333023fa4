package org.andon.messaging.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.andon.messaging.message.Receipt;

/**
 * What was asked for is done, and committed.
 *
 * @param sequenceNumber absent if nothing was changed
 */
public record Ack(
    String type,
    UUID clientMsgId,
    UUID messageId,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long sequenceNumber,
    Instant createdAt,
    boolean changed) {

  public static Ack of(UUID clientMsgId, Receipt receipt) {
    return new Ack(
        "ack",
        clientMsgId,
        receipt.messageId(),
        receipt.sequenceNumber(),
        receipt.createdAt(),
        receipt.changed());
  }
}
