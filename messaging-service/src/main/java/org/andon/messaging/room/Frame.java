package org.andon.messaging.room;

/**
 * A durable frame of a room.
 *
 * @param json the very bytes that every client and Kafka get: UTF-8, never changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Frame(long sequenceNumber, byte[] json) {}
