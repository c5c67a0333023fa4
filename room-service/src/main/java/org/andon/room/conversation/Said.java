package org.andon.room.conversation;

import java.time.Instant;
import java.util.UUID;

/** Somebody's first message in a room, of those that came together. */
record Said(UUID roomId, String senderId, Instant createdAt) {}
