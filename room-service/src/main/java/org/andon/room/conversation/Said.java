package org.andon.room.conversation;

import java.time.Instant;
import java.util.UUID;

/** A message of somebody, in a room that waits for a response. */
record Said(UUID roomId, String senderId, Instant createdAt) {}
