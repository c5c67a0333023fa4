package org.andon.messaging.reading;

import java.util.UUID;

/** A member has read a room up to a number. */
public record ReadPosition(UUID roomId, String userId, long sequenceNumber) {}
