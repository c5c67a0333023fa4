package org.andon.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A check that has never failed proves nothing: here are servers that do wrong. */
class FaultyServerTest {
  private static final int MESSAGES = 20;

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_server_that_does_right_passes() {
    Outcome outcome = outcome((socket, text) -> send(socket, text));

    assertThat(outcome.isSound()).isTrue();
    assertThat(outcome.acked()).isEqualTo(MESSAGES);
  }

  @Test
  void a_message_that_comes_twice_is_told() {
    Outcome outcome =
        outcome(
            (socket, text) -> {
              send(socket, text);
              send(socket, text);
            });

    assertThat(outcome.repeated()).isPositive();
    assertThat(outcome.isSound()).isFalse();
  }

  @Test
  void messages_out_of_order_are_told() {
    String[] kept = new String[1];
    Outcome outcome =
        outcome(
            (socket, text) -> {
              if (kept[0] == null) {
                kept[0] = text;
              } else {
                send(socket, text);
                send(socket, kept[0]);
                kept[0] = null;
              }
            });

    assertThat(outcome.skipped()).isPositive();
    assertThat(outcome.repeated()).isPositive();
    assertThat(outcome.isSound()).isFalse();
  }

  private static void send(ServerWebSocket socket, String text) {
    var unused = socket.writeTextMessage(text);
  }

  private Outcome outcome(BiConsumer<ServerWebSocket, String> delivery) {
    HttpServer server =
        vertx
            .createHttpServer()
            .webSocketHandler(
                socket ->
                    socket.textMessageHandler(
                        text -> {
                          delivery.accept(socket, text);
                          send(socket, "{\"type\":\"ack\"}");
                        }))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    URI address = URI.create("http://127.0.0.1:" + server.actualPort());
    Room room = new Room(address, address, "/ws/room", List.of(), 1, 1);
    try (Load load = Load.join(List.of(room))) {
      return load.run(
          new Pace.Count(MESSAGES), Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));
    }
  }
}
