package org.andon.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import java.net.URI;

/** Opens WebSockets on one event loop. Pings are answered; text frames reach the given handler. */
final class Connector {
  private static final int LARGEST_FRAME = 1 << 20;
  private static final int LARGEST_ANSWER = 1 << 13;

  private final EventLoop loop;

  Connector(EventLoop loop) {
    this.loop = loop;
  }

  /** The handler hears of {@code HANDSHAKE_COMPLETE}, or of the failure as an exception. */
  void open(URI address, String token, ChannelHandler handler) {
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel
                    .pipeline()
                    .addLast(
                        new HttpClientCodec(),
                        new HttpObjectAggregator(LARGEST_ANSWER),
                        new WebSocketClientProtocolHandler(protocol(address, token)),
                        handler);
              }
            })
        .connect(address.getHost(), address.getPort())
        .addListener(
            (ChannelFuture connected) -> {
              if (!connected.isSuccess()) {
                connected.channel().pipeline().fireExceptionCaught(connected.cause());
              }
            });
  }

  private static WebSocketClientProtocolConfig protocol(URI address, String token) {
    HttpHeaders headers = new DefaultHttpHeaders();
    if (!token.isEmpty()) {
      headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token);
    }
    return WebSocketClientProtocolConfig.newBuilder()
        .webSocketUri(address)
        .customHeaders(headers)
        .maxFramePayloadLength(LARGEST_FRAME)
        .withUTF8Validator(false)
        .handleCloseFrames(true)
        .build();
  }
}
