package org.andon.launcher.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.andon.launcher.gateway.Route.Target;

/** The pods of the services, taken in turn; one that cannot be reached is passed over. */
final class Pods {
  /** To be given a connection, waiting for a free one included. */
  private static final long CONNECTION_LIMIT_MILLIS = 5_000;

  private final HttpClient client;
  private final Upstreams upstreams;
  private final AtomicInteger turn = new AtomicInteger();

  Pods(HttpClient client, Upstreams upstreams) {
    this.client = client;
    this.upstreams = upstreams;
  }

  /** A request to a pod that has accepted the connection; fails if there is none. */
  Future<HttpClientRequest> request(Target target) {
    List<Integer> ports = upstreams.of(target);
    return request(ports, Math.floorMod(turn.getAndIncrement(), ports.size()), ports.size());
  }

  private Future<HttpClientRequest> request(List<Integer> ports, int index, int tries) {
    Future<HttpClientRequest> request =
        client.request(
            new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(ports.get(index))
                .setConnectTimeout(CONNECTION_LIMIT_MILLIS)
                .setURI("/"));
    return tries == 1
        ? request
        : request.recover(away -> request(ports, (index + 1) % ports.size(), tries - 1));
  }
}
