package org.andon.messaging.room;

import io.opentelemetry.api.trace.SpanContext;

/**
 * A durable frame of a room.
 *
 * @param committedAt about when, in milliseconds since 1970
 * @param json the very bytes that every client and Kafka get: UTF-8, never changed
 * @param origin what brought it here, as traces tell it; invalid if that is not traced
 */
@SuppressWarnings("ArrayRecordComponent")
public record Frame(long sequenceNumber, long committedAt, byte[] json, SpanContext origin) {
  public Frame(long sequenceNumber, long committedAt, byte[] json) {
    this(sequenceNumber, committedAt, json, SpanContext.getInvalid());
  }

  public Frame committedAt(long epochMillis) {
    return new Frame(sequenceNumber, epochMillis, json, origin);
  }

  public Frame from(SpanContext newOrigin) {
    return new Frame(sequenceNumber, committedAt, json, newOrigin);
  }
}
