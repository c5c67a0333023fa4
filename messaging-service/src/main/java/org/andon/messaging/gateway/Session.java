package org.andon.messaging.gateway;

import io.github.bucket4j.Bucket;
import io.netty.buffer.ByteBuf;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.operation.Budgets;
import org.andon.messaging.operation.Standing;
import org.andon.messaging.presence.OnlineUser;
import org.andon.messaging.room.Access;
import org.andon.messaging.room.Caller;
import org.andon.messaging.room.Frame;
import org.andon.messaging.room.FrameBatch;
import org.andon.messaging.room.Role;
import org.andon.messaging.room.RoomSnapshot;
import org.andon.messaging.room.Subscriber;
import org.andon.messaging.wire.TextFrames;
import org.jboss.logging.Logger;

/**
 * One client's socket in one room: what it may do, what it has been sent, and what still waits for
 * it.
 */
final class Session implements Subscriber {
  private static final Logger LOG = Logger.getLogger(Session.class);
  private static final int FRAMES_NOT_JSON = 3;

  /** A client that takes nothing does not take the close frame either. */
  private static final Duration CLOSING_LIMIT = Duration.ofSeconds(10);

  private final WebSocketConnection connection;
  private final Outbound outbound;
  private final Inbox inbox;
  private final Bucket frameBudget;
  private final UUID roomId;
  private final long outboundLimit;

  private volatile Caller caller;
  private volatile Role role;
  private volatile boolean archived;
  private volatile boolean closing;
  private volatile boolean present;
  private volatile Instant lastPing = Instant.now();
  private volatile boolean pongAwaited;

  /** Live frames that wait until the replay before them has been sent; null from then on. */
  private List<Frame> held = new ArrayList<>();

  private long heldBytes;
  private long lastSent;
  private long roomVersion;
  private int framesNotJson;

  /**
   * @param handler what is done with a frame, as {@link Inbox} says
   */
  Session(
      WebSocketConnection connection,
      Admission admission,
      MessagingConfig.Socket config,
      BiFunction<Session, String, CompletionStage<Void>> handler) {
    this.connection = connection;
    this.outbound = Outbound.of(admission.connection());
    this.inbox =
        new Inbox(config.inbox(), outbound.eventLoop(), frame -> handler.apply(this, frame));
    this.frameBudget = Budgets.confined(config.framesPerSecond(), config.burst());
    this.outboundLimit = config.outboundLimit().asLongValue();
    this.roomId = admission.roomId();
    this.caller = admission.caller();
    this.role = admission.granted().role();
    this.archived = admission.granted().archived();
    this.roomVersion = admission.granted().version();
  }

  UUID roomId() {
    return roomId;
  }

  Caller caller() {
    return caller;
  }

  /** The same user and session, with a token that lasts longer. */
  void renew(Caller renewed) {
    caller = renewed;
  }

  OnlineUser user() {
    return new OnlineUser(caller.userId(), caller.displayName());
  }

  Role role() {
    return role;
  }

  Standing standing() {
    return new Standing(roomId, caller, role, archived);
  }

  String connectionId() {
    return connection.id();
  }

  @Override
  public String userId() {
    return caller.userId();
  }

  @Override
  public Executor executor() {
    return outbound.eventLoop();
  }

  /** Sends the first frames, then what came meanwhile; from now on the session is live. */
  void goLive(byte[] welcome, List<Frame> replay, long sentUpTo) {
    List<byte[]> first = new ArrayList<>();
    first.add(welcome);
    replay.forEach(frame -> first.add(frame.json()));
    executor()
        .execute(
            () -> {
              held.stream()
                  .filter(frame -> frame.sequenceNumber() > sentUpTo)
                  .forEach(frame -> first.add(frame.json()));
              lastSent =
                  held.isEmpty() ? sentUpTo : Math.max(sentUpTo, held.getLast().sequenceNumber());
              held = null;
              write(first);
            });
  }

  private void write(List<byte[]> texts) {
    TextFrames frames = TextFrames.of(texts);
    outbound.writeNow(frames.from(0));
    frames.release();
  }

  @Override
  public void deliver(FrameBatch frames) {
    if (closing) {
      return;
    }
    if (held != null) {
      hold(frames.frames());
    } else if (frames.lastNumber() > lastSent && takesMore(frames.size())) {
      ByteBuf fresh = frames.after(lastSent);
      lastSent = frames.lastNumber();
      outbound.writeNow(fresh);
    }
  }

  private void hold(List<Frame> frames) {
    for (Frame frame : frames) {
      heldBytes += frame.json().length;
    }
    if (heldBytes > outboundLimit) {
      close(CloseCode.TOO_SLOW);
    } else {
      held.addAll(frames);
    }
  }

  /** A client that takes nothing is closed rather than waited for. */
  private boolean takesMore(long bytes) {
    if (outbound.waiting() + bytes <= outboundLimit) {
      return true;
    }
    close(CloseCode.TOO_SLOW);
    return false;
  }

  @Override
  public void inform(TextFrames frame) {
    if (!closing && held == null && outbound.waiting() < outboundLimit / 4) {
      outbound.writeSoon(frame.from(0));
    }
  }

  /** Sends an answer to this client alone. From any thread. */
  void send(byte[] json) {
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

  /**
   * Takes a room's state that is newer than what is known; a repeated or late one changes nothing.
   */
  @Override
  public synchronized void roomChanged(RoomSnapshot room) {
    if (room.version() <= roomVersion) {
      return;
    }
    roomVersion = room.version();
    archived = room.archived();
    if (room.deleted()) {
      close(CloseCode.ROOM_DELETED);
    } else if (role != Role.ADMIN) {
      room.roleOf(caller.userId())
          .ifPresentOrElse(now -> role = now, () -> close(CloseCode.NOT_A_MEMBER));
    }
  }

  synchronized void granted(Access.Granted granted) {
    if (granted.version() >= roomVersion) {
      roomVersion = granted.version();
      role = granted.role();
      archived = granted.archived();
    }
  }

  /** The user counts as online through this session, until it is closed. */
  void markPresent() {
    present = true;
  }

  boolean present() {
    return present;
  }

  /** True when a client has sent, three times in a row, what is no JSON object. */
  boolean tooMuchNonsense() {
    return ++framesNotJson >= FRAMES_NOT_JSON;
  }

  void madeSense() {
    framesNotJson = 0;
  }

  /** What the client sends waits until it has entered the room. */
  void begin(CompletionStage<Void> entering) {
    inbox.waitFor(entering);
  }

  /** Takes a frame from the client; false if there are too many. */
  boolean takes(String frame) {
    return frameBudget.tryConsume(1) && inbox.accept(frame);
  }

  void pongReceived() {
    pongAwaited = false;
  }

  /** Closes the session if its token has expired or its client is gone; pings when it is time. */
  void checkHealth(Instant now, Duration pingInterval, Duration pongTimeout) {
    if (now.isAfter(caller.expiresAt())) {
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
    outbound.endWithin(CLOSING_LIMIT);
    // Behind whatever was sent before: the error that says why.
    executor().execute(() -> end(code));
  }

  private void end(CloseCode code) {
    if (connection.isOpen()) {
      connection
          .close(code.reason())
          .subscribe()
          .with(closed -> {}, failure -> LOG.debugf("close failed: %s", failure.getMessage()));
    }
  }
}
