package org.andon.messaging.message;

import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.UUID;
import org.andon.messaging.room.Frame;

/**
 * A durable event of a room, committed.
 *
 * @param eventId the same however often the event is published
 * @param type the CloudEvents type
 */
public record CommittedEvent(UUID roomId, UUID eventId, String type, Instant time, Frame frame) {
  public long sequenceNumber() {
    return frame.sequenceNumber();
  }

  CommittedEvent from(SpanContext origin) {
    return new CommittedEvent(roomId, eventId, type, time, frame.from(origin));
  }
}
