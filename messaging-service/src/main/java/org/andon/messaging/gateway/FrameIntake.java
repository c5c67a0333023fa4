package org.andon.messaging.gateway;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.operation.Ack;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.operation.Refused.Code;
import org.jboss.logging.Logger;

/** Takes clients' frames in and reads them, on every kind of socket alike. */
@ApplicationScoped
class FrameIntake {
  private static final Logger LOG = Logger.getLogger(FrameIntake.class);

  private final FrameCodec codec;
  private final SocketMeters meters;
  private final ExecutorService virtualThreads;
  private final long maxFrame;

  FrameIntake(
      FrameCodec codec,
      SocketMeters meters,
      @VirtualThreads ExecutorService virtualThreads,
      MessagingConfig config) {
    this.meters = meters;
    this.codec = codec;
    this.virtualThreads = virtualThreads;
    this.maxFrame = config.socket().maxFrame().asLongValue();
  }

  /** Takes a frame that has just come, unless there are too many or it is too large. */
  void take(Client client, String text) {
    if (client.ended()) {
      return;
    }
    if (isTooLarge(text)) {
      refuseUnread(client, Refused.of(Code.FRAME_TOO_LARGE, "A frame has at most 64 KiB."));
      client.close(CloseCode.FRAME_TOO_LARGE);
    } else if (!client.takes(text)) {
      refuseUnread(client, Refused.of(Code.RATE_LIMITED, "Too many frames. Wait, then come back."));
      client.close(CloseCode.TOO_MANY_FRAMES);
    }
  }

  private boolean isTooLarge(String text) {
    // No character takes more than three bytes, so most frames need no counting.
    return text.length() > maxFrame / 3 && text.getBytes(StandardCharsets.UTF_8).length > maxFrame;
  }

  /**
   * Null when it is done, else what completes when the client's next frame may be handled.
   *
   * @param action does what the frame asks for, or refuses
   */
  CompletionStage<Void> handle(
      Client client, String text, Function<ClientFrame, CompletionStage<Void>> action) {
    if (client.ended()) {
      return null;
    }
    ClientFrame frame;
    try {
      frame = codec.read(text);
      client.madeSense();
    } catch (Refused refused) {
      refuseUnread(client, refused);
      return null;
    }
    try {
      CompletionStage<Void> handling = action.apply(frame);
      if (!(frame instanceof ClientFrame.Do)) {
        meters.done(frame);
      }
      return handling;
    } catch (Refused refused) {
      refuse(client, frame, refused);
      return null;
    }
  }

  private void refuseUnread(Client client, Refused refused) {
    meters.refusedUnread(refused.code());
    log(client, "unread", refused.code().wireName());
    tell(client, refused);
    if (refused.code() != Code.INVALID_FRAME) {
      client.madeSense();
    } else if (client.tooMuchNonsense()) {
      client.close(CloseCode.NOT_JSON);
    }
  }

  CompletionStage<Void> onVirtualThread(Client client, Runnable task) {
    return CompletableFuture.runAsync(() -> FrameLog.about(client, task), virtualThreads);
  }

  /** What was asked for has been done, and is acknowledged. */
  void acknowledge(Client client, ClientFrame frame, Ack ack) {
    meters.done(frame);
    log(client, frame.type(), "done");
    client.send(codec.write(ack));
  }

  void refuse(Client client, ClientFrame frame, Refused refused) {
    meters.refused(frame, refused.code());
    log(client, frame.type(), refused.code().wireName());
    tell(client, refused);
  }

  private static void log(Client client, String type, String outcome) {
    if (LOG.isDebugEnabled()) {
      FrameLog.about(client, () -> LOG.debugf("frame type=%s outcome=%s", type, outcome));
    }
  }

  private void tell(Client client, Refused refused) {
    client.send(codec.write(ServerFrame.error(refused)));
  }
}
