package org.andon.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A WebSocket client of a room, or of a user's own feed, as a bot would write it. */
public final class RoomClient implements AutoCloseable, WebSocket.Listener {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ABNORMAL_CLOSURE = 1006;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingDeque<JsonNode> received = new LinkedBlockingDeque<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private WebSocket socket;

  /** Opens a socket; {@code query} begins with a question mark, or is empty. */
  public static RoomClient open(URI base, UUID roomId, String token, String query) {
    RoomClient client = new RoomClient();
    client.socket = connect(base, "/ws/" + roomId + query, token, client);
    return client;
  }

  /** Opens the feed of the token's user. */
  public static RoomClient openFeed(URI base, String token) {
    RoomClient client = new RoomClient();
    client.socket = connect(base, "/ws/me", token, client);
    return client;
  }

  private static WebSocket connect(URI base, String path, String token, RoomClient client) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    if (token != null) {
      builder.header("Authorization", "Bearer " + token);
    }
    URI uri = URI.create("ws://" + base.getAuthority() + path);
    return builder.buildAsync(uri, client).join();
  }

  /** The status that an upgrade is refused with; fails if it is not. */
  public static int refusal(URI base, String path, String token) {
    try {
      connect(base, path, token, new RoomClient()).abort();
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
    throw new AssertionError("the upgrade was not refused");
  }

  public RoomClient send(String json) {
    socket.sendText(json, true).join();
    return this;
  }

  /** Sends unless the socket has been closed meanwhile. */
  public void trySend(String json) {
    try {
      send(json);
    } catch (CompletionException closed) {
      // that is what the caller waits for
    }
  }

  /** Sends a text message and returns the id it was given. */
  public UUID post(String content) {
    UUID id = UUID.randomUUID();
    send(
        JSON.createObjectNode()
            .put("type", "message")
            .put("content", content)
            .put("client_msg_id", id.toString())
            .toString());
    return id;
  }

  /**
   * Sends a frame, with an id of its own unless it has one, and returns its ack or error; what else
   * comes meanwhile stays to be asked for.
   */
  public JsonNode call(ObjectNode frame) {
    if (!frame.has("client_msg_id")) {
      frame.put("client_msg_id", UUID.randomUUID().toString());
    }
    send(frame.toString());
    String id = frame.get("client_msg_id").asText();
    Deque<JsonNode> others = new ArrayDeque<>();
    JsonNode answer =
        next(
            received -> {
              boolean wanted =
                  received.path("client_msg_id").asText().equals(id)
                      && List.of("ack", "error").contains(received.path("type").asText());
              if (!wanted) {
                others.push(received);
              }
              return wanted;
            });
    others.forEach(received::addFirst);
    return answer;
  }

  /** A frame to be sent: names and values in turn. */
  public static ObjectNode frame(String type, Object... fields) {
    ObjectNode frame = JSON.createObjectNode().put("type", type);
    for (int i = 0; i < fields.length; i += 2) {
      frame.set((String) fields[i], JSON.valueToTree(fields[i + 1]));
    }
    return frame;
  }

  /** The next frame that has a number in the room's sequence. */
  public JsonNode nextDurable() {
    return next(
        frame ->
            frame.has("sequence_number")
                && frame.has("message_id")
                && !frame.path("type").asText().equals("ack"));
  }

  /** The next frame of this type; others before it are passed over. */
  public JsonNode next(String type) {
    return next(frame -> frame.path("type").asText().equals(type));
  }

  public JsonNode next(Predicate<JsonNode> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (true) {
        JsonNode frame = received.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (frame == null) {
          throw new AssertionError("the frame that was waited for did not come");
        }
        if (wanted.test(frame)) {
          return frame;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The contents of the next messages, in the order they came. */
  public List<JsonNode> messages(int count) {
    List<JsonNode> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      messages.add(next("message"));
    }
    return messages;
  }

  /** What has come and was not asked for yet. */
  public List<JsonNode> framesSoFar() {
    List<JsonNode> frames = new ArrayList<>();
    received.drainTo(frames);
    return frames;
  }

  /** The code the socket was closed with; 1006 if the connection broke. */
  public int closeCode() {
    return closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        received.add(JSON.readTree(partial.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      partial.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.complete(ABNORMAL_CLOSURE);
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> null).join();
  }
}
