package org.andon.messaging.gateway;

import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.andon.messaging.presence.OnlineUser;
import org.andon.messaging.room.Access;
import org.andon.messaging.room.Caller;
import org.andon.messaging.room.Frame;
import org.andon.messaging.room.Role;
import org.andon.messaging.room.RoomSnapshot;
import org.andon.messaging.room.Subscriber;
import org.jboss.logging.Logger;

/**
 * One client's socket in one room: what it may do, what it has been sent, and what still waits for
 * it.
 */
final class Session implements Subscriber {
  private static final Logger LOG = Logger.getLogger(Session.class);

  private final WebSocketConnection connection;
  private final UUID roomId;
  private final int outboundLimit;

  /** Frames on their way to the client's network buffer. */
  private final AtomicInteger outbound = new AtomicInteger();

  private volatile Caller caller;
  private volatile Role role;
  private volatile boolean archived;
  private volatile boolean closing;
  private volatile Instant lastPing = Instant.now();
  private volatile boolean pongAwaited;

  /** Live frames that wait until the replay before them has been sent; null from then on. */
  private List<Frame> held = new ArrayList<>();

  private long lastSent;
  private long roomVersion;
  private int framesNotJson;
  private volatile boolean present;

  Session(
      WebSocketConnection connection,
      UUID roomId,
      Caller caller,
      Access.Granted granted,
      int outboundLimit) {
    this.connection = connection;
    this.roomId = roomId;
    this.caller = caller;
    this.role = granted.role();
    this.archived = granted.archived();
    this.roomVersion = granted.version();
    this.outboundLimit = outboundLimit;
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

  boolean roomArchived() {
    return archived;
  }

  String connectionId() {
    return connection.id();
  }

  @Override
  public String userId() {
    return caller.userId();
  }

  /** Sends the first frames, then what came meanwhile; from now on the session is live. */
  synchronized void goLive(String welcome, List<Frame> replay, long sentUpTo) {
    send(welcome);
    replay.forEach(frame -> send(frame.json()));
    lastSent = sentUpTo;
    List<Frame> waiting = held;
    held = null;
    waiting.forEach(this::deliver);
  }

  @Override
  public synchronized void deliver(Frame frame) {
    if (held != null) {
      held.add(frame);
    } else if (frame.sequenceNumber() > lastSent) {
      lastSent = frame.sequenceNumber();
      send(frame.json());
    }
  }

  @Override
  public synchronized void inform(String json) {
    if (held == null && outbound.get() < outboundLimit / 2) {
      send(json);
    }
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

  /** The user counts as online through this session, until it is closed. */
  void markPresent() {
    present = true;
  }

  boolean present() {
    return present;
  }

  synchronized void granted(Access.Granted granted) {
    if (granted.version() >= roomVersion) {
      roomVersion = granted.version();
      role = granted.role();
      archived = granted.archived();
    }
  }

  /** Sends at once, behind whatever was sent before; a client that takes nothing is closed. */
  void send(String json) {
    if (outbound.incrementAndGet() > outboundLimit) {
      close(CloseCode.TOO_SLOW);
      return;
    }
    connection
        .sendText(json)
        .subscribe()
        .with(sent -> outbound.decrementAndGet(), failure -> outbound.decrementAndGet());
  }

  /** True when a client has sent, three times in a row, what is no JSON object. */
  boolean tooMuchNonsense() {
    return ++framesNotJson >= 3;
  }

  void madeSense() {
    framesNotJson = 0;
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
    closing = true;
    if (connection.isOpen()) {
      connection
          .close(code.reason())
          .subscribe()
          .with(closed -> {}, failure -> LOG.debugf("close failed: %s", failure.getMessage()));
    }
  }
}
