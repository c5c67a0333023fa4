package org.andon.room.conversation;

import java.util.List;
import java.util.UUID;

/**
 * Fired when a message is known to say something else than it did, or nothing; an observer that
 * fails is told again.
 *
 * @param mentions whom it mentions now, user ids
 */
public record MessageRewritten(UUID messageId, boolean deleted, List<String> mentions) {}
