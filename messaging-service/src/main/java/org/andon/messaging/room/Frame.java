package org.andon.messaging.room;

/**
 * A durable frame of a room.
 *
 * @param committedAt about when, in milliseconds since 1970
 * @param json the very bytes that every client and Kafka get: UTF-8, never changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Frame(long sequenceNumber, long committedAt, byte[] json) {
  public Frame committedAt(long epochMillis) {
    return new Frame(sequenceNumber, epochMillis, json);
  }
}
