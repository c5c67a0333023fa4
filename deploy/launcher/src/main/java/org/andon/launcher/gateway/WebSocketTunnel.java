package org.andon.launcher.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.andon.launcher.gateway.Route.Target;

/**
 * Passes a WebSocket through, bytes as they are. Written here because vertx-http-proxy's own tunnel
 * buffers without bound for a slow client, and drops the headers of a refused upgrade.
 */
final class WebSocketTunnel {
  private static final Logger LOG = Logger.getLogger(WebSocketTunnel.class.getName());
  private static final int SWITCHING_PROTOCOLS = 101;

  private final Pods pods;

  WebSocketTunnel(Pods pods) {
    this.pods = pods;
  }

  void open(HttpServerRequest request) {
    request.pause();
    pods.request(Target.MESSAGING)
        .compose(upstream -> connect(request, upstream))
        .onSuccess(response -> answer(request, response))
        .onFailure(away -> GatewayProblem.UNAVAILABLE.send(request.response()));
  }

  private static Future<HttpClientResponse> connect(
      HttpServerRequest request, HttpClientRequest upstream) {
    upstream.setMethod(HttpMethod.GET).setURI(request.uri());
    MultiMap headers = upstream.headers();
    headers.addAll(request.headers()).remove("Host");
    // Firefox sends "keep-alive, Upgrade", which the client would take as its own to keep.
    headers.set("Connection", "Upgrade");
    ForwardedHeaders.set(headers, request);
    return upstream.connect();
  }

  private static void answer(HttpServerRequest request, HttpClientResponse response) {
    request.response().setStatusCode(response.statusCode());
    request.response().headers().addAll(response.headers());
    if (response.statusCode() != SWITCHING_PROTOCOLS) {
      request.resume();
      // Vert.x gives a connection that was asked to upgrade, and did not, to nobody else: it is
      // closed.
      response
          .pipeTo(request.response())
          .onComplete(sent -> response.request().connection().close());
      return;
    }
    NetSocket upstream = response.netSocket();
    request
        .toNetSocket()
        .onSuccess(client -> join(client, upstream))
        .onFailure(
            failure -> {
              LOG.log(Level.WARNING, "upgrade failed", failure);
              upstream.close();
            });
  }

  /** Each side is read only as fast as the other takes it. */
  private static void join(NetSocket client, NetSocket upstream) {
    client.pipeTo(upstream).onComplete(end -> upstream.close());
    upstream.pipeTo(client).onComplete(end -> client.close());
  }
}
