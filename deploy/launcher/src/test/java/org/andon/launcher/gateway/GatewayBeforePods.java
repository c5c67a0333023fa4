package org.andon.launcher.gateway;

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
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.andon.backing.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A gateway before pods that say what they were asked, and before a site of three files. */
abstract class GatewayBeforePods {
  @TempDir Path site;

  private final Vertx vertx = Vertx.vertx();
  final HttpClient client = HttpClient.newHttpClient();
  final int port = FreePort.any();
  private Gateway gateway;

  @BeforeEach
  void aSite() throws IOException {
    Files.createDirectory(site.resolve("assets"));
    Files.writeString(site.resolve("index.html"), "<title>Andon</title>");
    Files.writeString(site.resolve("assets/app-1a2b.js"), "run()");
    Files.writeString(site.resolve("service-worker.js"), "listen()");
    Files.writeString(site.resolveSibling("secret.txt"), "not for everybody");
  }

  @AfterEach
  void stop() {
    gateway.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  void gatewayTo(Integer... pods) {
    gatewayTo(List.of(pods));
  }

  void gatewayTo(List<Integer> pods) {
    gateway = Gateway.start(port, target -> pods, site);
  }

  /**
   * A pod that echoes on sockets, refuses {@code /ws/refused}, and tells what it was asked over
   * HTTP.
   */
  int pod() {
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

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  WebSocket connect(String path, WebSocket.Listener listener) {
    return client
        .newWebSocketBuilder()
        .buildAsync(URI.create("ws://localhost:" + port + path), listener)
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
  }

  HttpResponse<?> refusal(String path) {
    try {
      connect(path, new WebSocket.Listener() {}).abort();
      throw new AssertionError("the upgrade was not refused");
    } catch (CompletionException e) {
      return ((WebSocketHandshakeException) e.getCause()).getResponse();
    }
  }

  /**
   * Sends a request as it stands, with no client to put it right, and returns the answer's first
   * line.
   */
  String raw(String request) throws IOException {
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
}
