package org.andon.launcher.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.andon.backing.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SPA, and what nobody is given. */
class GatewaySiteTest extends GatewayBeforePods {
  @Test
  void the_spa_is_served_at_all_of_its_own_addresses() throws Exception {
    gatewayTo(FreePort.any());

    assertThat(get("/").body()).contains("Andon");
    HttpResponse<String> deep = get("/rooms/7");
    assertThat(deep.body()).contains("Andon");
    assertThat(deep.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(deep.headers().firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .contains("default-src 'self'");
    HttpResponse<String> asset = get("/assets/app-1a2b.js");
    assertThat(asset.body()).isEqualTo("run()");
    assertThat(asset.headers().firstValue("Cache-Control")).get().asString().contains("max-age=");
    HttpResponse<String> worker = get("/service-worker.js");
    assertThat(worker.body()).isEqualTo("listen()");
    assertThat(worker.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(worker.headers().firstValue("Content-Type")).get().asString().contains("javascript");
    assertThat(get("/assets/gone.js").statusCode()).isEqualTo(404);
  }

  @Test
  void nothing_internal_and_nothing_outside_the_site_is_served() throws Exception {
    gatewayTo(pod());

    assertThat(get("/q/health").statusCode()).isEqualTo(404);
    assertThat(get("/api/unknown").statusCode()).isEqualTo(404);
    for (String path :
        List.of("/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt")) {
      assertThat(get(path).body()).doesNotContain("not for everybody");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/rooms/../../q/metrics",
        "/api/rooms/%2e%2e/%2E%2e/q/metrics",
        "/ws/../q/health",
        "/api/rooms/.."
      })
  void no_dot_segment_reaches_a_service(String path) throws IOException {
    gatewayTo(pod());

    assertThat(raw("GET " + path + " HTTP/1.1\nHost: localhost\n\n")).contains("404");
    assertThat(
            raw(
                "GET "
                    + path
                    + " HTTP/1.1\nHost: localhost\nConnection: Upgrade\nUpgrade: websocket\n"
                    + "Sec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n\n"))
        .contains("404");
  }
}
