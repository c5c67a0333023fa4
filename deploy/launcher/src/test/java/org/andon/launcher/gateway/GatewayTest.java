package org.andon.launcher.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.andon.backing.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests and sockets, passed on. */
class GatewayTest extends GatewayBeforePods {
  @Test
  void a_request_is_passed_on_with_the_clients_real_address() throws Exception {
    gatewayTo(pod());

    HttpResponse<String> answer =
        get("/api/rooms?q=%E7%83%A4%E7%AE%B1", "X-Forwarded-For", "6.6.6.6");

    assertThat(answer.body()).isEqualTo("GET /api/rooms?q=%E7%83%A4%E7%AE%B1 for 127.0.0.1");
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void a_pod_that_ends_its_connection_is_heard_over_every_version_of_http(
      HttpClient.Version version) throws Exception {
    gatewayTo(pod());

    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/rooms/parting"))
            .version(version)
            .build();

    assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("good-bye");
  }

  @Test
  void a_pod_that_is_away_is_passed_over() throws Exception {
    gatewayTo(FreePort.any(), pod());

    for (int i = 0; i < 4; i++) {
      assertThat(get("/api/rooms").statusCode()).isEqualTo(200);
      connect("/ws/1", new WebSocket.Listener() {}).abort();
    }
  }

  @Test
  void a_pod_that_comes_is_asked_and_one_that_goes_is_asked_no_more() throws Exception {
    int nobody = FreePort.any();
    int pod = pod();
    List<Integer> pods = new CopyOnWriteArrayList<>(List.of(nobody));
    gatewayTo(pods);

    pods.add(pod);
    int withIt = get("/api/rooms").statusCode();
    pods.remove((Integer) pod);
    int withoutIt = get("/api/rooms").statusCode();

    assertThat(withIt).isEqualTo(200);
    assertThat(withoutIt).isEqualTo(503);
  }

  @Test
  void without_any_pod_the_answer_is_a_problem_that_says_when_to_try_again() throws Exception {
    gatewayTo(FreePort.any());

    HttpResponse<String> answer = get("/api/rooms");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"unavailable\"");
    assertThat(refusal("/ws/1").statusCode()).isEqualTo(503);
  }

  @Test
  void a_socket_is_tunnelled_both_ways_with_its_query() {
    gatewayTo(pod());
    CompletableFuture<String> echoed = new CompletableFuture<>();

    WebSocket socket =
        connect(
            "/ws/1?after=7",
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
                echoed.complete(data.toString());
                return null;
              }
            });
    socket.sendText("你好", true).join();

    assertThat(echoed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("你好 from /ws/1?after=7");
    socket.abort();
  }

  @Test
  void a_refused_upgrade_keeps_its_status_headers_and_body() {
    gatewayTo(pod());

    HttpResponse<?> refused = refusal("/ws/refused");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void a_request_without_a_host_is_answered() throws IOException {
    gatewayTo(pod());

    assertThat(raw("GET /api/rooms HTTP/1.0\n\n")).contains("200");
  }

  @Test
  void refused_upgrades_use_up_nothing() throws Exception {
    gatewayTo(pod());

    for (int i = 0; i < 500; i++) {
      assertThat(
              raw(
                  "GET /ws/refused HTTP/1.1\n"
                      + "Host: localhost\n"
                      + "Connection: Upgrade\n"
                      + "Upgrade: websocket\n"
                      + "Sec-WebSocket-Version: 13\n"
                      + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n\n"))
          .contains("401");
    }
    for (int i = 0; i < 500; i++) {
      assertThat(
              raw(
                  "GET /api/auth/jwks HTTP/1.1\n"
                      + "Host: localhost\n"
                      + "Connection: Upgrade, close\n"
                      + "Upgrade: websocket\n\n"))
          .contains("200");
    }

    assertThat(get("/api/rooms").statusCode()).isEqualTo(200);
    connect("/ws/1", new WebSocket.Listener() {}).abort();
  }

  @Test
  void a_service_is_told_the_address_that_the_client_used() throws Exception {
    gatewayTo(pod());

    assertThat(get("/api/rooms/host").body()).isEqualTo("localhost:" + port);
  }
}
