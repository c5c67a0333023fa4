package org.andon.launcher.example;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** One demo person's socket in the room: says something, and waits for the ack. */
final class RoomVoice implements WebSocket.Listener, AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;
  private volatile CompletableFuture<JsonObject> answer = new CompletableFuture<>();

  RoomVoice(String gateway, String roomId, String token) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(URI.create(gateway.replaceFirst("^http", "ws") + "/ws/" + roomId), this)
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
  }

  void say(String text) {
    send(new JsonObject().put("content", text));
  }

  void show(String text, String fileId) {
    send(
        new JsonObject()
            .put("content", text)
            .put("message_type", "image_ref")
            .put("file_id", fileId));
  }

  void report(JsonObject readings) {
    send(new JsonObject().put("content", readings).put("message_type", "incident_data"));
  }

  private void send(JsonObject frame) {
    answer = new CompletableFuture<>();
    frame.put("type", "message").put("client_msg_id", UUID.randomUUID().toString());
    socket.sendText(frame.encode(), true).join();
    JsonObject said = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (!said.getString("type").equals("ack")) {
      throw new IllegalStateException("refused: " + said.encode());
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      JsonObject frame = new JsonObject(partial.toString());
      partial.setLength(0);
      if (frame.getString("type").equals("ack") || frame.getString("type").equals("error")) {
        answer.complete(frame);
      }
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }
}
