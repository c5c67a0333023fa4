package org.andon.messaging.gateway;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jboss.logging.MDC;

/**
 * Whose frame it is, and in which room, on the lines that its handling logs. Around what may log,
 * and not around every frame: there are thousands a second, of which hardly any has a line.
 */
final class FrameLog {
  private static final String TRACE_ID = "trace_id";
  private static final String SPAN_ID = "span_id";
  private static final String ROOM_ID = "room_id";
  private static final String USER_ID = "user_id";
  private static final String SESSION_ID = "session_id";

  private FrameLog() {}

  static void about(Client client, Runnable handling) {
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      MDC.put(TRACE_ID, span.getTraceId());
      MDC.put(SPAN_ID, span.getSpanId());
    }
    if (client instanceof Session session) {
      MDC.put(ROOM_ID, session.roomId().toString());
    }
    MDC.put(USER_ID, client.userId());
    if (client.caller().sessionId() != null) {
      MDC.put(SESSION_ID, client.caller().sessionId());
    }
    try {
      handling.run();
    } finally {
      // The thread goes on with other people's frames.
      MDC.remove(TRACE_ID);
      MDC.remove(SPAN_ID);
      MDC.remove(ROOM_ID);
      MDC.remove(USER_ID);
      MDC.remove(SESSION_ID);
    }
  }
}
