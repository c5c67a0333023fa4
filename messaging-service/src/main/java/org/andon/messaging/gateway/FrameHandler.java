package org.andon.messaging.gateway;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.andon.messaging.message.Receipt;
import org.andon.messaging.operation.Ack;
import org.andon.messaging.operation.Operation;
import org.andon.messaging.operation.Operations;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.operation.Refused.Code;
import org.andon.messaging.presence.Typists;
import org.andon.messaging.reading.ReadPositions;
import org.andon.messaging.trace.Traces;
import org.jboss.logging.Logger;

/** Does what the frames of a room's clients ask for. */
@ApplicationScoped
class FrameHandler {
  private static final Logger LOG = Logger.getLogger(FrameHandler.class);

  private final FrameCodec codec;
  private final Operations operations;
  private final Typists typists;
  private final ReadPositions positions;
  private final TokenRenewal renewal;
  private final FrameIntake intake;
  private final Traces traces;

  FrameHandler(
      FrameCodec codec,
      Operations operations,
      Typists typists,
      ReadPositions positions,
      TokenRenewal renewal,
      FrameIntake intake,
      Traces traces) {
    this.traces = traces;
    this.codec = codec;
    this.operations = operations;
    this.typists = typists;
    this.positions = positions;
    this.renewal = renewal;
    this.intake = intake;
  }

  /** As {@link Inbox} says. */
  CompletionStage<Void> handle(Session session, String text) {
    return intake.handle(session, text, frame -> handle(session, frame));
  }

  private CompletionStage<Void> handle(Session session, ClientFrame frame) {
    return switch (frame) {
      case ClientFrame.Do(Operation operation) when Operations.blocks(operation) ->
          intake.onVirtualThread(session, () -> submit(session, operation));
      case ClientFrame.Do(Operation operation) -> {
        submit(session, operation);
        yield null;
      }
      case ClientFrame.Typing(boolean isTyping) -> {
        typing(session, isTyping);
        yield null;
      }
      case ClientFrame.Read(long sequenceNumber) -> {
        positions.read(session.roomId(), session.userId(), sequenceNumber);
        yield null;
      }
      case ClientFrame.RefreshToken refresh ->
          intake.onVirtualThread(
              session, () -> renewal.renew(session, refresh.clientMsgId(), refresh.token()));
      case ClientFrame.Ping() -> {
        session.send(codec.write(ServerFrame.pong()));
        yield null;
      }
    };
  }

  private void submit(Session session, Operation operation) {
    ClientFrame.Do frame = new ClientFrame.Do(operation);
    Span span = traces.frame(frame.type(), session.roomId());
    Traces.within(span, () -> submit(session, frame, span));
  }

  private void submit(Session session, ClientFrame.Do frame, Span span) {
    var unused =
        operations
            .submit(session.standing(), frame.operation())
            .whenComplete(
                (receipt, failure) -> {
                  Traces.within(span, () -> answer(session, frame, receipt, failure));
                  span.end();
                });
  }

  private void answer(Session session, ClientFrame.Do frame, Receipt receipt, Throwable failure) {
    Operation operation = frame.operation();
    if (failure == null) {
      if (operation instanceof Operation.Post) {
        // What they were typing is there.
        typists.typing(session.roomId(), session.userId(), false);
      }
      intake.acknowledge(session, frame, Ack.of(operation.clientMsgId(), receipt));
    } else {
      intake.refuse(session, frame, refused(session, operation, failure));
    }
  }

  private static Refused refused(Session session, Operation operation, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Refused refused) {
      return refused;
    }
    FrameLog.about(session, () -> LOG.error("an operation failed", cause));
    return Refused.of(Code.UNAVAILABLE, "It could not be done. Send it again.")
        .about(operation.clientMsgId());
  }

  private void typing(Session session, boolean isTyping) {
    if (!session.role().mayWrite()) {
      throw Refused.of(Code.FORBIDDEN, "A VIEWER reads only.");
    }
    if (session.standing().archived()) {
      throw Refused.of(Code.ROOM_ARCHIVED, "The room is archived and read-only.");
    }
    typists.typing(session.roomId(), session.userId(), isTyping);
  }
}
