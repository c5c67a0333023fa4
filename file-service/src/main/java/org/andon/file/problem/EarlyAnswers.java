package org.andon.file.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.andon.http.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers that come before the body has: of what is too large, or not allowed, nothing more is
 * read. The connection stays open for a moment all the same: closed at once, it would be reset
 * under a client that still writes, and many clients would never see why.
 */
@ApplicationScoped
class EarlyAnswers {
  /** Before Quarkus' own limit, {@code RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT}. */
  private static final int ORDER = -3;

  private final Vertx vertx;
  private final long maxBytes;
  private final Duration linger;
  private final Buffer tooLarge;

  EarlyAnswers(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody,
      @ConfigProperty(name = "andon.http.linger", defaultValue = "2s") Duration linger,
      ObjectMapper json)
      throws JsonProcessingException {
    this.vertx = vertx;
    this.maxBytes = maxBody.asLongValue();
    this.linger = linger;
    this.tooLarge =
        Buffer.buffer(
            json.writeValueAsBytes(Problem.tooLarge("too_large", "The body is too large.")));
  }

  void register(@Observes Router router) {
    router.route().order(ORDER).handler(this::check);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!hasBody(request)) {
      context.next();
      return;
    }
    // Not isEnded(), which is false for as long as a reader asks for no more, also at the end.
    Future<Void> body = request.end();
    context.addHeadersEndHandler(answering -> leaveUnlessRead(request, body));
    context.addEndHandler(answered -> stopReading(request, body));
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    // A length that is no number never gets here: the HTTP decoder refuses it.
    if (length == null || Long.parseLong(length) <= maxBytes) {
      context.next();
      return;
    }
    request
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(tooLarge);
  }

  private static boolean hasBody(HttpServerRequest request) {
    return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  private void leaveUnlessRead(HttpServerRequest request, Future<Void> body) {
    if (!body.isComplete()) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      var _ = vertx.setTimer(linger.toMillis(), timer -> request.connection().close());
    }
  }

  /**
   * Vert.x and Quarkus both read on to get to the next request, and throw away what comes, paused
   * or not; so the channel itself is told to read no more, and not to listen to them.
   */
  private static void stopReading(HttpServerRequest request, Future<Void> body) {
    if (!body.isComplete()) {
      Channel channel = ((ConnectionBase) request.connection()).channel();
      channel.pipeline().addFirst(new Deaf());
      channel.config().setAutoRead(false);
    }
  }

  private static final class Deaf extends ChannelOutboundHandlerAdapter {
    @Override
    public void read(ChannelHandlerContext context) {
      // Nothing more is read from this connection.
    }
  }
}
