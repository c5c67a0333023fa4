package org.andon.launcher.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.andon.backing.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
  @TempDir Path site;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = FreePort.any();
  private Gateway gateway;

  @BeforeEach
  void aSite() throws IOException {
    Files.createDirectory(site.resolve("assets"));
    Files.writeString(site.resolve("index.html"), "<title>Andon</title>");
    Files.writeString(site.resolve("assets/app-1a2b.js"), "run()");
    Files.writeString(site.resolveSibling("secret.txt"), "not for everybody");
  }

  @AfterEach
  void stop() {
    gateway.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void gatewayTo(Integer... messagingPods) {
    List<Integer> pods = List.of(messagingPods);
    gateway = Gateway.start(port, new Upstreams(pods, pods, pods, pods), site);
  }

  /**
   * A pod that echoes on sockets, refuses {@code /ws/refused}, and tells what it was asked over
   * HTTP.
   */
  private int pod() {
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(this::answer);
    return server.listen().toCompletionStage().toCompletableFuture().join().actualPort();
  }

  private void answer(HttpServerRequest request) {
    if (request.path().equals("/api/rooms/host")) {
      request.response().end(request.getHeader("Host"));
    } else if (request.path().equals("/api/rooms/parting")) {
      request.response().putHeader("Connection", "close").end("good-bye");
    } else if (request.path().equals("/ws/refused")) {
      request.response().setStatusCode(401).putHeader("WWW-Authenticate", "Bearer").end("sign in");
    } else if (request.path().startsWith("/ws/")) {
      request.toWebSocket().onSuccess(this::echo);
    } else {
      request
          .response()
          .end(
              request.method()
                  + " "
                  + request.uri()
                  + " for "
                  + request.getHeader("X-Forwarded-For"));
    }
  }

  private void echo(ServerWebSocket socket) {
    socket.textMessageHandler(text -> socket.writeTextMessage(text + " from " + socket.uri()));
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private WebSocket connect(String path, WebSocket.Listener listener) {
    return client
        .newWebSocketBuilder()
        .buildAsync(URI.create("ws://localhost:" + port + path), listener)
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
  }

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

  private HttpResponse<?> refusal(String path) {
    try {
      connect(path, new WebSocket.Listener() {}).abort();
      throw new AssertionError("the upgrade was not refused");
    } catch (CompletionException e) {
      return ((WebSocketHandshakeException) e.getCause()).getResponse();
    }
  }

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

  /**
   * Sends a request as it stands, with no client to put it right, and returns the answer's first
   * line.
   */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
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
