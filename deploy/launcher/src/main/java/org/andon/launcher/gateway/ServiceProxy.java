package org.andon.launcher.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import org.andon.launcher.gateway.Route.Target;

/** Passes plain HTTP on to one service, streaming both ways. */
final class ServiceProxy {
  private final HttpProxy proxy;

  ServiceProxy(HttpClient client, Pods pods, Target target) {
    proxy =
        // Upgrades go through WebSocketTunnel, and nowhere else.
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
            .origin(context -> pods.request(target))
            .addInterceptor(new Forwarding());
  }

  void handle(HttpServerRequest request) {
    proxy.handle(request);
  }

  private static final class Forwarding implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      HttpServerRequest from = context.request().proxiedRequest();
      ForwardedHeaders.set(context.request().headers(), from);
      if (from.authority() != null) {
        // So that a service names itself, in Location, as the client knows it.
        context.request().setAuthority(from.authority());
      }
      return context.sendRequest().recover(away -> Future.succeededFuture(unavailable(context)));
    }

    /** HTTP/2 has no such header, and its clients refuse an answer that bears one. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
      if (context.request().version() == HttpVersion.HTTP_2) {
        context.response().headers().remove(HttpHeaders.CONNECTION);
      }
      return context.sendResponse();
    }

    private static ProxyResponse unavailable(ProxyContext context) {
      GatewayProblem problem = GatewayProblem.UNAVAILABLE;
      return context
          .request()
          .release()
          .response()
          .setStatusCode(problem.status())
          .putHeader("Retry-After", GatewayProblem.RETRY_AFTER_SECONDS)
          .putHeader("Content-Type", GatewayProblem.CONTENT_TYPE)
          .setBody(Body.body(problem.body()));
    }
  }
}
