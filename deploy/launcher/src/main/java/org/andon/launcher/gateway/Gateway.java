package org.andon.launcher.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.impl.HttpUtils;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.andon.launcher.StackProblem;
import org.andon.launcher.gateway.Route.Target;

/**
 * One address for everything: the services by path, WebSockets passed through, the SPA for the
 * rest.
 */
public final class Gateway implements AutoCloseable {
  private static final int EVENT_LOOPS = 2;
  private static final int REQUESTS_AT_ONCE = 200;
  private static final int SOCKETS_AT_ONCE = 20_000;

  /** A service would resolve it, and answer for a path that no route leads to. */
  private static final Pattern DOT_SEGMENT =
      Pattern.compile("/(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

  private static final int CONNECT_TIMEOUT_MILLIS = 1000;
  private static final int START_LIMIT_SECONDS = 20;

  private final Vertx vertx;

  private Gateway(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Starts to listen on the loopback address.
   *
   * @param site the built SPA
   */
  public static Gateway start(int port, Upstreams upstreams, Path site) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
    Gateway gateway = new Gateway(vertx);
    try {
      vertx
          .deployVerticle(
              () -> new Listener(port, upstreams, site),
              new DeploymentOptions().setInstances(EVENT_LOOPS))
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
      return gateway;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      gateway.close();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      gateway.close();
      if (e.getCause() instanceof BindException) {
        throw new StackProblem("Port " + port + " is taken. Choose another with --port.");
      }
      throw new IllegalStateException("the gateway did not start on port " + port, e);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static final class Listener extends AbstractVerticle {
    private final int port;
    private final Upstreams upstreams;
    private final Path site;

    private final Map<Target, ServiceProxy> proxies = new EnumMap<>(Target.class);
    private WebSocketTunnel tunnel;
    private Router spa;

    Listener(int port, Upstreams upstreams, Path site) {
      this.port = port;
      this.upstreams = upstreams;
      this.site = site;
    }

    @Override
    public void start(Promise<Void> started) {
      HttpClient client = client(REQUESTS_AT_ONCE);
      Pods pods = new Pods(client, upstreams);
      for (Target target : Target.values()) {
        proxies.put(target, new ServiceProxy(client, pods, target));
      }
      // A tunnel keeps its connection for life: sockets must not use up what requests need.
      tunnel = new WebSocketTunnel(new Pods(client(SOCKETS_AT_ONCE), upstreams));
      spa = Router.router(vertx);
      new SpaSite(site).mount(spa);
      vertx
          .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
          .requestHandler(this::route)
          .listen()
          .<Void>mapEmpty()
          .onComplete(started);
    }

    private HttpClient client(int connectionsPerPod) {
      return vertx.createHttpClient(
          new HttpClientOptions()
              .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
              .setDecompressionSupported(false),
          new PoolOptions().setHttp1MaxSize(connectionsPerPod));
    }

    private void route(HttpServerRequest request) {
      String path = request.path() == null ? "/" : request.path();
      Optional<Target> target = Route.of(path);
      if (DOT_SEGMENT.matcher(path).find()) {
        GatewayProblem.NOT_FOUND.send(request.response());
      } else if (Route.SOCKETS.matches(path) && HttpUtils.canUpgradeToWebSocket(request)) {
        tunnel.open(request);
      } else if (target.isPresent()) {
        proxies.get(target.get()).handle(request);
      } else if (path.startsWith("/api/") || path.startsWith("/ws/") || path.startsWith("/q/")) {
        GatewayProblem.NOT_FOUND.send(request.response());
      } else {
        spa.handle(request);
      }
    }
  }
}
