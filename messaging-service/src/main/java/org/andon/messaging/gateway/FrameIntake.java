package org.andon.messaging.gateway;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.operation.Refused.Code;

/** Takes clients' frames in and reads them, on every kind of socket alike. */
@ApplicationScoped
class FrameIntake {
  private final FrameCodec codec;
  private final ExecutorService virtualThreads;
  private final long maxFrame;

  FrameIntake(
      FrameCodec codec, @VirtualThreads ExecutorService virtualThreads, MessagingConfig config) {
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
      refuse(client, Refused.of(Code.FRAME_TOO_LARGE, "A frame has at most 64 KiB."));
      client.close(CloseCode.FRAME_TOO_LARGE);
    } else if (!client.takes(text)) {
      refuse(client, Refused.of(Code.RATE_LIMITED, "Too many frames. Wait, then come back."));
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
    try {
      ClientFrame frame = codec.read(text);
      client.madeSense();
      return action.apply(frame);
    } catch (Refused refused) {
      refuse(client, refused);
      if (refused.code() != Code.INVALID_FRAME) {
        client.madeSense();
      } else if (client.tooMuchNonsense()) {
        client.close(CloseCode.NOT_JSON);
      }
      return null;
    }
  }

  CompletionStage<Void> onVirtualThread(Runnable task) {
    return CompletableFuture.runAsync(task, virtualThreads);
  }

  void refuse(Client client, Refused refused) {
    client.send(codec.write(ServerFrame.error(refused)));
  }
}
