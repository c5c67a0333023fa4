package org.andon.auth.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in a problem document what Quarkus, which looks next, would refuse without a word. */
@ApplicationScoped
class TooLargeBodies {

  /** Before Quarkus' own limit, {@code RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT}. */
  private static final int ORDER = -3;

  private final long maxBytes;
  private final Buffer answer;

  TooLargeBodies(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody,
      ObjectMapper json)
      throws JsonProcessingException {
    this.maxBytes = maxBody.asLongValue();
    this.answer = Buffer.buffer(json.writeValueAsBytes(Problem.TOO_LARGE));
  }

  void register(@Observes Router router) {
    router.route().order(ORDER).handler(this::check);
  }

  private void check(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    // A length that is no number never gets here: the HTTP decoder refuses it.
    if (length == null || Long.parseLong(length) <= maxBytes) {
      context.next();
      return;
    }
    context
        .response()
        .setStatusCode(Problem.TOO_LARGE.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(answer);
  }
}
