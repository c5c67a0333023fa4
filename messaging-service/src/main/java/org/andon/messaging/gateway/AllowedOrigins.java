package org.andon.messaging.gateway;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.andon.messaging.MessagingConfig;

/**
 * Which pages may open sockets. A client that sends no Origin is no browser, and carries its own
 * token.
 */
@ApplicationScoped
class AllowedOrigins {
  private final Set<String> allowed;

  AllowedOrigins(MessagingConfig config) {
    allowed = new HashSet<>();
    config.socket().allowedOrigins().ifPresent(allowed::addAll);
    allowed.add(config.publicUrl().toString().replaceAll("/+$", ""));
  }

  boolean accepts(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null || allowed.contains(origin) || isSameHost(origin, request);
  }

  private static boolean isSameHost(String origin, HttpServerRequest request) {
    String forwarded = request.getHeader("X-Forwarded-Host");
    String host = forwarded != null ? forwarded : request.getHeader("Host");
    try {
      return URI.create(origin).getAuthority() != null
          && URI.create(origin).getAuthority().equalsIgnoreCase(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
