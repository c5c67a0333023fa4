package org.andon.messaging.message;

import java.time.Instant;
import java.util.UUID;

/** What a sender is told of a committed message; the same for every retry of it. */
public record Receipt(UUID messageId, long sequenceNumber, Instant createdAt) {}
