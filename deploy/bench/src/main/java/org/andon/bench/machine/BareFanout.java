package org.andon.bench.machine;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limit of Vert.x on this machine: acknowledges every frame and copies it to its room, a write
 * each. Nothing is stored and nobody is checked. Its argument is the port.
 */
public final class BareFanout extends AbstractVerticle {
  private static final int EVENT_LOOPS = 2;
  private static final String ACK = "{\"type\":\"ack\"}";
  private static final Map<String, Set<ServerWebSocket>> ROOMS = new ConcurrentHashMap<>();

  private final int port;

  private BareFanout(int port) {
    this.port = port;
  }

  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS))
        .deployVerticle(
            () -> new BareFanout(port), new DeploymentOptions().setInstances(EVENT_LOOPS))
        .onFailure(
            failure -> {
              System.err.println(failure.getMessage());
              System.exit(1);
            });
  }

  @Override
  public void start(Promise<Void> started) {
    vertx
        .createHttpServer(
            new HttpServerOptions()
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false))
        .webSocketHandler(BareFanout::join)
        .listen(port, "127.0.0.1")
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private static void join(ServerWebSocket socket) {
    Set<ServerWebSocket> room =
        ROOMS.computeIfAbsent(socket.path(), path -> ConcurrentHashMap.newKeySet());
    room.add(socket);
    socket.closeHandler(closed -> room.remove(socket));
    socket.textMessageHandler(
        text -> {
          write(socket, ACK);
          room.forEach(receiver -> write(receiver, text));
        });
  }

  private static void write(ServerWebSocket socket, String text) {
    var unused = socket.writeTextMessage(text);
  }
}
