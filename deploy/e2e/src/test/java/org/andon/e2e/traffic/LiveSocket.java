package org.andon.e2e.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.andon.e2e.traffic.Api.Account;

/** A room's socket that hands each frame on the moment it comes. */
public final class LiveSocket implements WebSocket.Listener {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Consumer<JsonNode> onFrame;
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private volatile WebSocket socket;

  private final boolean reading;

  private LiveSocket(boolean reading, Consumer<JsonNode> onFrame) {
    this.reading = reading;
    this.onFrame = onFrame;
  }

  /** Why a socket was not opened: the status, or that there was no connection. */
  public static final class Refused extends Exception {
    Refused(String reason) {
      super(reason);
    }
  }

  public static LiveSocket open(URI base, String path, Account account, Consumer<JsonNode> onFrame)
      throws Refused {
    return new LiveSocket(true, onFrame).connect(base, path, account);
  }

  /** As a client whose program hangs: what comes stays in the system's buffers. */
  public static LiveSocket openWithoutReading(URI base, String path, Account account)
      throws Refused {
    return new LiveSocket(false, frame -> {}).connect(base, path, account);
  }

  private LiveSocket connect(URI base, String path, Account account) throws Refused {
    URI uri = URI.create("ws://" + base.getAuthority() + path);
    try {
      socket =
          HTTP.newWebSocketBuilder()
              .header("Authorization", "Bearer " + account.token())
              .buildAsync(uri, this)
              .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
              .join();
      return this;
    } catch (CompletionException e) {
      throw new Refused(
          e.getCause() instanceof WebSocketHandshakeException refused
              ? "refused " + refused.getResponse().statusCode()
              : "no connection");
    }
  }

  /** Sends, unless the socket has ended. */
  public void trySend(JsonNode frame) {
    try {
      socket.sendText(frame.toString(), true).join();
    } catch (CompletionException e) {
      end.complete("closed 1006");
    }
  }

  /** How it ended, once it has. */
  public CompletableFuture<String> end() {
    return end;
  }

  /** Goes without a word, as a client does whose network is gone. */
  public void abort() {
    socket.abort();
    end.complete("aborted");
  }

  public void beginToRead() {
    socket.request(Long.MAX_VALUE);
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (reading) {
      opened.request(1);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        onFrame.accept(Api.JSON.readTree(partial.toString()));
      } catch (JsonProcessingException e) {
        end.completeExceptionally(e);
      }
      partial.setLength(0);
    }
    if (reading) {
      from.request(1);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    end.complete("closed " + code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    end.complete("closed 1006");
  }
}
