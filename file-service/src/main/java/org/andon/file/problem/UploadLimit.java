package org.andon.file.problem;

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

/**
 * Refuses a body that is announced as too large. Quarkus does so too, but with an empty answer, and
 * by closing a connection that the client still writes to, so that many clients never see why.
 */
@ApplicationScoped
class UploadLimit {
  /** Before Quarkus' own limit, {@code RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT}. */
  private static final int ORDER = -3;

  private final long maxBytes;
  private final Buffer answer;

  UploadLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody,
      ObjectMapper json)
      throws JsonProcessingException {
    this.maxBytes = maxBody.asLongValue();
    this.answer =
        Buffer.buffer(
            json.writeValueAsBytes(
                new Problem(413, "Content Too Large", "too_large", "The body is too large.")));
  }

  void register(@Observes Router router) {
    router.route().order(ORDER).handler(this::check);
  }

  private void check(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    // A length that is no number never gets here: the HTTP decoder refuses it.
    if (length == null || Long.parseLong(length) <= maxBytes) {
      request.next();
      return;
    }
    // What still arrives is read and thrown away.
    request.request().resume();
    request
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(answer);
  }
}
