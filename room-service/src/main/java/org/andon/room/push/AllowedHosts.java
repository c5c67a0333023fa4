package org.andon.room.push;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where pushes may go. A name of the configuration stands for its port 443, unless it has one. */
@Startup
@Singleton
class AllowedHosts {
  private static final int HTTPS = 443;
  private static final String ANY_BELOW = "*.";

  /** A name of two parts at least after the asterisk: {@code *.com} is no limit. */
  private static final Pattern SHAPE =
      Pattern.compile("(\\*(\\.[a-z0-9-]+){2,}|[a-z0-9-]+(\\.[a-z0-9-]+)*)(:\\d{1,5})?");

  private final List<String> hosts;

  AllowedHosts(PushConfig config) {
    hosts =
        config.allowedHosts().orElse(List.of()).stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .map(AllowedHosts::withPort)
            .toList();
  }

  private static String withPort(String host) {
    if (!SHAPE.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "andon.push.allowed-hosts: \"" + host + "\" is neither a host nor *.suffix");
    }
    return host.contains(":") ? host : host + ":" + HTTPS;
  }

  /** Why not; empty if it may be sent to. */
  Optional<String> objection(URI endpoint) {
    if (!"https".equalsIgnoreCase(endpoint.getScheme())) {
      return Optional.of("must be an https address");
    }
    if (endpoint.getHost() == null
        || endpoint.getRawUserInfo() != null
        || endpoint.getRawFragment() != null) {
      return Optional.of("must be the address that the browser was given by its push service");
    }
    int port = endpoint.getPort() == -1 ? HTTPS : endpoint.getPort();
    String asked = endpoint.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    return hosts.stream().anyMatch(host -> covers(host, asked))
        ? Optional.empty()
        : Optional.of("is at a push service that this system does not send to");
  }

  private static boolean covers(String host, String asked) {
    return host.startsWith(ANY_BELOW) ? asked.endsWith(host.substring(1)) : asked.equals(host);
  }
}
