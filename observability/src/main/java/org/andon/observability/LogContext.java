package org.andon.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Who asks, and about which room, on every line that a request's handling logs. */
class LogContext {
  private static final Logger LOG = Logger.getLogger(LogContext.class);

  /** The context is the request's own, and ends with it. */
  @ServerRequestFilter
  void begin(ContainerRequestContext request, RoutingContext routing) {
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      MDC.put("trace_id", span.getTraceId());
      MDC.put("span_id", span.getSpanId());
    }
    String room = request.getUriInfo().getPathParameters().getFirst("room_id");
    if (room != null) {
      MDC.put("room_id", room);
    }
    if (routing.user() instanceof QuarkusHttpUser user
        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token) {
      MDC.put("user_id", token.getSubject());
      String session = token.getClaim("sid");
      if (session != null) {
        MDC.put("session_id", session);
      }
    }
    LOG.debugf("request method=%s", request.getMethod());
  }
}
