package org.andon.messaging.reading;

import java.util.UUID;

/**
 * What somebody has not read in a room.
 *
 * @param unread messages of others, neither deleted nor of type system; counted up to a limit
 * @param mentions those of them that mention the reader
 */
public record UnreadRoom(
    UUID roomId, long unread, long mentions, long lastRead, long lastSequenceNumber) {}
