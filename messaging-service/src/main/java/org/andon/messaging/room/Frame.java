package org.andon.messaging.room;

/**
 * A durable frame of a room.
 *
 * @param json the text every client gets
 */
public record Frame(long sequenceNumber, String json) {}
