package org.andon.messaging.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The way out to one client: frames that are encoded already, written behind the connection's own
 * encoder, so that a room's frames cost each member one write and no copy. Used on the connection's
 * event loop alone.
 */
final class Outbound {
  private final Channel channel;
  private final ChannelHandlerContext encoder;
  private boolean flushScheduled;

  private Outbound(Channel channel) {
    this.channel = channel;
    this.encoder = channel.pipeline().context(WebSocketFrameEncoder.class);
  }

  /** Whether a connection is still there: its client may have gone while it was let in. */
  static boolean possible(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    return channel.isActive() && channel.pipeline().context(WebSocketFrameEncoder.class) != null;
  }

  /** The connection must have been upgraded. */
  static Outbound of(HttpConnection connection) {
    return new Outbound(((ConnectionBase) connection).channel());
  }

  Executor eventLoop() {
    return channel.eventLoop();
  }

  /** Breaks the connection, should it still be there by then. From any thread. */
  void endWithin(Duration limit) {
    Runnable end =
        () -> {
          // From here, past Vert.x, which would wait for the client's own close frame.
          var unused = encoder.close();
        };
    var unused = channel.eventLoop().schedule(end, limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Bytes that the client has not taken yet; none once it is gone. */
  long waiting() {
    ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
    return waiting == null ? 0 : waiting.totalPendingWriteBytes();
  }

  /** Sends at once, with whatever waits before it. */
  void writeNow(ByteBuf frames) {
    var unused = encoder.writeAndFlush(frames, channel.voidPromise());
  }

  /** Sends soon: what else is written until the event loop comes round goes with it. */
  void writeSoon(ByteBuf frames) {
    var unused = encoder.write(frames, channel.voidPromise());
    if (!flushScheduled) {
      flushScheduled = true;
      channel
          .eventLoop()
          .execute(
              () -> {
                flushScheduled = false;
                encoder.flush();
              });
    }
  }
}
