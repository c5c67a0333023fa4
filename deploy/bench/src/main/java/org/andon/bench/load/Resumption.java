package org.andon.bench.load;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A client that comes back: it wants every number after its last one, in order. */
final class Resumption extends SimpleChannelInboundHandler<TextWebSocketFrame> {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final long begin = System.nanoTime();
  private final CompletableFuture<Duration> complete = new CompletableFuture<>();
  private final long last;
  private long next;

  Resumption(long after, int missed) {
    this.next = after + 1;
    this.last = after + missed;
  }

  Duration await() {
    return complete.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext from, TextWebSocketFrame frame) {
    byte[] bytes = new byte[frame.content().readableBytes()];
    frame.content().getBytes(frame.content().readerIndex(), bytes);
    long number = Frames.sequenceNumber(bytes, bytes.length);
    if (number == Frames.NO_NUMBER) {
      return;
    }
    if (number != next) {
      complete.completeExceptionally(
          new LoadFailure("resuming, number " + next + " was due and " + number + " came"));
    }
    next = number + 1;
    if (number == last) {
      complete.complete(Duration.ofNanos(System.nanoTime() - begin));
      var unused = from.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext failing, Throwable cause) {
    complete.completeExceptionally(cause);
    var unused = failing.close();
  }
}
