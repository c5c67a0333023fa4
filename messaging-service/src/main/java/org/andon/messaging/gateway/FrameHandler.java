package org.andon.messaging.gateway;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.message.Receipt;
import org.andon.messaging.operation.Ack;
import org.andon.messaging.operation.Operation;
import org.andon.messaging.operation.Operations;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.operation.Refused.Code;
import org.andon.messaging.presence.Typists;
import org.andon.messaging.reading.ReadPositions;
import org.jboss.logging.Logger;

/** Does what clients' frames ask for. */
@ApplicationScoped
class FrameHandler {
  private static final Logger LOG = Logger.getLogger(FrameHandler.class);

  private final FrameCodec codec;
  private final Operations operations;
  private final Typists typists;
  private final ReadPositions positions;
  private final TokenRenewal renewal;
  private final ExecutorService virtualThreads;
  private final long maxFrame;

  FrameHandler(
      FrameCodec codec,
      Operations operations,
      Typists typists,
      ReadPositions positions,
      TokenRenewal renewal,
      @VirtualThreads ExecutorService virtualThreads,
      MessagingConfig config) {
    this.codec = codec;
    this.operations = operations;
    this.typists = typists;
    this.positions = positions;
    this.renewal = renewal;
    this.virtualThreads = virtualThreads;
    this.maxFrame = config.socket().maxFrame().asLongValue();
  }

  /** Takes a frame that has just come, unless there are too many or it is too large. */
  void take(Session session, String text) {
    if (session.ended()) {
      return;
    }
    if (isTooLarge(text)) {
      refuse(session, Refused.of(Code.FRAME_TOO_LARGE, "A frame has at most 64 KiB."));
      session.close(CloseCode.FRAME_TOO_LARGE);
    } else if (!session.takes(text)) {
      refuse(session, Refused.of(Code.RATE_LIMITED, "Too many frames. Wait, then come back."));
      session.close(CloseCode.TOO_MANY_FRAMES);
    }
  }

  private boolean isTooLarge(String text) {
    // No character takes more than three bytes, so most frames need no counting.
    return text.length() > maxFrame / 3 && text.getBytes(StandardCharsets.UTF_8).length > maxFrame;
  }

  /** Null when it is done, else what completes when the client's next frame may be handled. */
  CompletionStage<Void> handle(Session session, String text) {
    if (session.ended()) {
      return null;
    }
    try {
      ClientFrame frame = codec.read(text);
      session.madeSense();
      return handle(session, frame);
    } catch (Refused refused) {
      refuse(session, refused);
      if (refused.code() != Code.INVALID_FRAME) {
        session.madeSense();
      } else if (session.tooMuchNonsense()) {
        session.close(CloseCode.NOT_JSON);
      }
      return null;
    }
  }

  private CompletionStage<Void> handle(Session session, ClientFrame frame) {
    return switch (frame) {
      case ClientFrame.Do(Operation operation) when Operations.blocks(operation) ->
          onVirtualThread(() -> submit(session, operation));
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
          onVirtualThread(() -> renewal.renew(session, refresh.clientMsgId(), refresh.token()));
      case ClientFrame.Ping() -> {
        session.send(codec.write(ServerFrame.pong()));
        yield null;
      }
    };
  }

  private CompletionStage<Void> onVirtualThread(Runnable task) {
    return CompletableFuture.runAsync(task, virtualThreads);
  }

  private void submit(Session session, Operation operation) {
    var unused =
        operations
            .submit(session.standing(), operation)
            .whenComplete((receipt, failure) -> answer(session, operation, receipt, failure));
  }

  private void answer(Session session, Operation operation, Receipt receipt, Throwable failure) {
    if (failure == null) {
      session.send(codec.write(Ack.of(operation.clientMsgId(), receipt)));
    } else {
      refuse(session, refused(operation, failure));
    }
  }

  private static Refused refused(Operation operation, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Refused refused) {
      return refused;
    }
    LOG.error("an operation failed", cause);
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

  private void refuse(Session session, Refused refused) {
    session.send(codec.write(ServerFrame.error(refused)));
  }
}
