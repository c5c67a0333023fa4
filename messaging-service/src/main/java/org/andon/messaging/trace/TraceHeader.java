package org.andon.messaging.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A trace on a Kafka record: W3C's header, which consumers' OpenTelemetry looks for, and the
 * attribute of CloudEvents' distributed tracing extension. Only on what is sampled.
 */
public final class TraceHeader {
  static final String W3C = "traceparent";
  static final String CLOUD_EVENTS = "ce_traceparent";

  private static final W3CTraceContextPropagator PROPAGATOR =
      W3CTraceContextPropagator.getInstance();
  private static final TextMapGetter<Header> READER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Header header) {
          return List.of(header.key());
        }

        @Override
        public String get(Header header, String key) {
          return key.equals(header.key())
              ? new String(header.value(), StandardCharsets.US_ASCII)
              : null;
        }
      };

  private TraceHeader() {}

  public static void write(SpanContext span, Headers headers) {
    if (span.isSampled()) {
      PROPAGATOR.inject(
          Context.root().with(Span.wrap(span)),
          headers,
          (to, name, value) -> {
            if (name.equals(W3C)) {
              byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
              to.add(W3C, bytes).add(CLOUD_EVENTS, bytes);
            }
          });
    }
  }

  /** Invalid if there is none, or nonsense. */
  public static SpanContext read(Headers headers) {
    Header header = headers.lastHeader(W3C);
    return header == null
        ? SpanContext.getInvalid()
        : Span.fromContext(PROPAGATOR.extract(Context.root(), header, READER)).getSpanContext();
  }
}
