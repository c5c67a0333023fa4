package org.andon.messaging.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The spans from a client's frame to its delivery on every pod. A step whose frame is not sampled
 * has none: with tracing off, or for most frames, it costs a comparison.
 */
@ApplicationScoped
public class Traces {
  private static final AttributeKey<String> FRAME_TYPE = AttributeKey.stringKey("andon.frame.type");
  private static final AttributeKey<String> ROOM_ID = AttributeKey.stringKey("andon.room_id");
  private static final AttributeKey<Long> COMMANDS = AttributeKey.longKey("andon.commit.size");
  private static final AttributeKey<Long> NUMBER = AttributeKey.longKey("andon.sequence_number");

  private final Tracer tracer;

  /**
   * @param off the SDK that is disabled makes spans all the same, and throws them away
   */
  @Inject
  Traces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
    this(off ? OpenTelemetry.noop() : telemetry);
  }

  public Traces(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("org.andon.messaging");
  }

  /** Begins a trace, or not, as the sampler says. */
  public Span frame(String type, UUID roomId) {
    Span span = tracer.spanBuilder("frame").setNoParent().setSpanKind(SpanKind.SERVER).startSpan();
    if (span.isRecording()) {
      span.updateName("frame " + type);
      span.setAttribute(FRAME_TYPE, type).setAttribute(ROOM_ID, roomId.toString());
    }
    return span;
  }

  /**
   * A commit of what many frames ask for: in the trace of the first that is sampled, linked to the
   * others. With none sampled it carries on one that is not, so that no statement begins a trace.
   */
  public Span commit(List<SpanContext> frames) {
    List<SpanContext> sampled = frames.stream().filter(SpanContext::isSampled).toList();
    if (sampled.isEmpty()) {
      return Span.wrap(frames.getFirst());
    }
    SpanBuilder span =
        tracer
            .spanBuilder("commit")
            .setParent(in(sampled.getFirst()))
            .setAttribute(COMMANDS, (long) frames.size());
    sampled.forEach(span::addLink);
    return span.startSpan();
  }

  /**
   * Does something that belongs to the span. With tracing off nothing is entered: that means
   * writing to the log's context, which frames come by too often for.
   */
  public static void within(Span span, Runnable work) {
    if (!span.getSpanContext().isValid()) {
      work.run();
      return;
    }
    try (Scope unused = span.makeCurrent()) {
      work.run();
    }
  }

  public Span publish(SpanContext frame) {
    return frame.isSampled()
        ? tracer
            .spanBuilder("publish")
            .setParent(in(frame))
            .setSpanKind(SpanKind.PRODUCER)
            .startSpan()
        : Span.getInvalid();
  }

  /**
   * A frame is written to all sockets of its room on this pod.
   *
   * @param origin of the frame: what brought it here
   * @param since in milliseconds since 1970
   */
  public void delivered(SpanContext origin, UUID roomId, long sequenceNumber, long since) {
    if (origin.isSampled()) {
      tracer
          .spanBuilder("deliver")
          .setParent(in(origin))
          .setSpanKind(SpanKind.CONSUMER)
          .setStartTimestamp(since, TimeUnit.MILLISECONDS)
          .setAttribute(ROOM_ID, roomId.toString())
          .setAttribute(NUMBER, sequenceNumber)
          .startSpan()
          .end();
    }
  }

  private static Context in(SpanContext parent) {
    return Context.root().with(Span.wrap(parent));
  }
}
