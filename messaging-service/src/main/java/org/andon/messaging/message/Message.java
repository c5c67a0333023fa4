package org.andon.messaging.message;

import java.time.Instant;
import java.util.UUID;

/** A message as it is stored. */
record Message(
    UUID messageId,
    long sequenceNumber,
    NewMessage body,
    Instant createdAt,
    Instant editedAt,
    Instant deletedAt) {

  static Message posted(UUID messageId, long sequenceNumber, NewMessage body, Instant createdAt) {
    return new Message(messageId, sequenceNumber, body, createdAt, null, null);
  }

  Receipt receipt() {
    return new Receipt(messageId, sequenceNumber, createdAt);
  }
}
