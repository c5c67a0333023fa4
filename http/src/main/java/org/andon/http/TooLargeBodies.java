package org.andon.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in a problem document what Quarkus, which looks next, would refuse without a word. */
@ApplicationScoped
class TooLargeBodies {
  /** Before Quarkus' own limit, {@code RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT}. */
  private static final int ORDER = -3;

  private static final int TOO_LARGE = 413;

  static final Problem PROBLEM = Problem.tooLarge("too_large", "The body is too large.");

  private final long maxBytes;
  private final BodyHandler body;
  private final Buffer answer;

  TooLargeBodies(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody,
      ObjectMapper json)
      throws JsonProcessingException {
    this.maxBytes = maxBody.asLongValue();
    this.body = BodyHandler.create(false).setBodyLimit(maxBytes);
    this.answer = Buffer.buffer(json.writeValueAsBytes(PROBLEM));
  }

  void register(@Observes Router router) {
    router.route().order(ORDER).handler(this::check).failureHandler(this::explain);
  }

  private void check(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    // A length that is no number never gets here: the HTTP decoder refuses it.
    if (length != null && Long.parseLong(length) > maxBytes) {
      context.fail(TOO_LARGE);
    } else if (context.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      // Read here up to the limit; Quarkus would end the answer itself when it comes to it.
      body.handle(context);
    } else {
      context.next();
    }
  }

  // The connection stays open, and what still comes is thrown away: closed at once, it would be
  // reset under a client that still writes, which would never see why.
  private void explain(RoutingContext context) {
    if (context.statusCode() != TOO_LARGE) {
      context.next();
      return;
    }
    context
        .response()
        .setStatusCode(TOO_LARGE)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(answer);
  }
}
