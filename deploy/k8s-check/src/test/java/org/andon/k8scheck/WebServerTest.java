package org.andon.k8scheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.andon.launcher.gateway.Route;
import org.andon.launcher.gateway.SiteHeaders;
import org.junit.jupiter.api.Test;

/** nginx does what the local gateway does. */
class WebServerTest {
  private static final Pattern LOCATION =
      Pattern.compile("location ~ \\^(\\S+)\\$ \\{[^}]*proxy_pass http://([a-z-]+);");
  private static final Pattern HEADER = Pattern.compile("add_header (\\S+) \"([^\"]*)\" always;");

  @Test
  void its_routes_are_those_of_the_route_table_in_the_same_order() throws IOException {
    var routes =
        LOCATION
            .matcher(read("nginx.conf"))
            .results()
            .map(it -> it.group(1) + " → " + it.group(2))
            .toList();

    assertThat(routes)
        .containsExactlyElementsOf(
            Arrays.stream(Route.values())
                .map(it -> it.path() + " → " + it.target().service())
                .toList());
  }

  @Test
  void it_passes_on_to_nobody_else() throws IOException {
    String settings = read("nginx.conf");

    assertThat(settings.split("proxy_pass ", -1)).hasSize(Route.values().length + 1);
  }

  @Test
  void the_site_has_the_same_headers() throws IOException {
    Map<String, String> headers =
        HEADER
            .matcher(read("site-headers.conf"))
            .results()
            .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));

    assertThat(headers).isEqualTo(SiteHeaders.ALL);
  }

  private static String read(String file) throws IOException {
    return Files.readString(Repository.ROOT.resolve("deploy/web").resolve(file));
  }
}
