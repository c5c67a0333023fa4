package org.andon.messaging.gateway;

import io.github.bucket4j.Bucket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.operation.Budgets;
import org.andon.messaging.room.Caller;
import org.andon.messaging.wire.TextFrames;
import org.jboss.logging.Logger;

/** One client's socket: whose it is and for how long, what it sends, and what waits for it. */
abstract sealed class Client permits Session, FeedSession {
  private static final Logger LOG = Logger.getLogger(Client.class);
  private static final int FRAMES_NOT_JSON = 3;

  /** A client that takes nothing does not take the close frame either. */
  private static final Duration CLOSING_LIMIT = Duration.ofSeconds(3);

  private final WebSocketConnection connection;
  private final Inbox inbox;
  private final Bucket frameBudget;
  private final long outboundLimit;
  private final Outbound outbound;
  private final SocketMeters meters;

  private volatile Caller caller;
  private volatile boolean closing;
  private volatile Instant lastPing = Instant.now();
  private volatile boolean pongAwaited;
  private volatile CompletionStage<Void> entering;
  private int framesNotJson;

  /**
   * @param http what the socket runs on
   */
  Client(
      WebSocketConnection connection,
      HttpConnection http,
      Caller caller,
      MessagingConfig.Socket config,
      SocketMeters meters) {
    this.meters = meters;
    this.connection = connection;
    this.outbound = Outbound.of(http);
    this.inbox = new Inbox(config.inbox(), outbound.eventLoop(), this::handle);
    this.frameBudget = Budgets.confined(config.framesPerSecond(), config.burst());
    this.outboundLimit = config.outboundLimit().asLongValue();
    this.caller = caller;
  }

  /** Does what a frame asks for, as {@link Inbox} says. */
  abstract CompletionStage<Void> handle(String frame);

  Caller caller() {
    return caller;
  }

  /** The same user and session, with a token that lasts longer. */
  void renew(Caller renewed) {
    caller = renewed;
  }

  String connectionId() {
    return connection.id();
  }

  public String userId() {
    return caller.userId();
  }

  public Executor executor() {
    return outbound.eventLoop();
  }

  /** Used on the event loop alone. */
  Outbound outbound() {
    return outbound;
  }

  long outboundLimit() {
    return outboundLimit;
  }

  /** A client that takes nothing is closed rather than waited for. */
  boolean takesMore(long bytes) {
    if (outbound.waiting() + bytes <= outboundLimit) {
      return true;
    }
    close(CloseCode.TOO_SLOW);
    return false;
  }

  /** Sends something to this client alone. From any thread. */
  public void send(byte[] json) {
    executor()
        .execute(
            () -> {
              if (takesMore(json.length)) {
                TextFrames frame = TextFrames.of(json);
                outbound.writeSoon(frame.from(0));
                frame.release();
              }
            });
  }

  /** True when a client has sent, three times in a row, what is no JSON object. */
  boolean tooMuchNonsense() {
    return ++framesNotJson >= FRAMES_NOT_JSON;
  }

  void madeSense() {
    framesNotJson = 0;
  }

  /** What the client sends waits until it has entered. */
  void begin(CompletionStage<Void> entering) {
    this.entering = entering;
    inbox.waitFor(entering);
  }

  /**
   * Done once the client has entered: one that is gone at once must not enter after it has left.
   */
  void afterEntering(Runnable leaving) {
    var unused = entering.whenComplete((entered, failure) -> leaving.run());
  }

  /** Takes a frame from the client; false if there are too many. */
  boolean takes(String frame) {
    return frameBudget.tryConsume(1) && inbox.accept(frame);
  }

  void pongReceived() {
    pongAwaited = false;
  }

  /**
   * Closes the socket if its token has expired, its session has ended or its client is gone; pings
   * when it is time.
   */
  void checkHealth(
      Instant now, Predicate<String> revoked, Duration pingInterval, Duration pongTimeout) {
    if (now.isAfter(caller.expiresAt()) || revoked.test(caller.sessionId())) {
      close(CloseCode.TOKEN_EXPIRED);
    } else if (pongAwaited && now.isAfter(lastPing.plus(pongTimeout))) {
      close(CloseCode.NO_PONG);
    } else if (!pongAwaited && now.isAfter(lastPing.plus(pingInterval))) {
      lastPing = now;
      pongAwaited = true;
      connection
          .sendPing(Buffer.buffer("andon"))
          .subscribe()
          .with(sent -> {}, failure -> LOG.debugf("ping failed: %s", failure.getMessage()));
    }
  }

  /** False once the socket is gone. */
  boolean open() {
    return connection.isOpen();
  }

  boolean closing() {
    return closing;
  }

  /**
   * Whether nothing more is taken from the client: a Close frame may be long in getting through to
   * it.
   */
  boolean ended() {
    return closing || Instant.now().isAfter(caller.expiresAt());
  }

  void close(CloseCode code) {
    if (closing) {
      return;
    }
    closing = true;
    meters.closed(code);
    // Behind whatever was sent before: the error that says why.
    executor().execute(() -> end(code));
  }

  private void end(CloseCode code) {
    outbound.endWithin(CLOSING_LIMIT);
    if (connection.isOpen()) {
      connection
          .close(code.reason())
          .subscribe()
          .with(closed -> {}, failure -> LOG.debugf("close failed: %s", failure.getMessage()));
    }
  }
}
