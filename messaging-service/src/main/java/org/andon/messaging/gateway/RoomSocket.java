package org.andon.messaging.gateway;

import io.quarkus.virtual.threads.VirtualThreads;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.gateway.FrameRefused.Code;
import org.andon.messaging.message.History;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.presence.Presence;
import org.andon.messaging.room.Access;
import org.andon.messaging.room.Frame;
import org.andon.messaging.room.RoomAccess;
import org.andon.messaging.room.RoomRegistry;

/** The socket of a room. Frames of one client are handled one after the other. */
@WebSocket(path = "/ws/{room_id}", endpointId = RoomSocket.ID)
class RoomSocket {
  static final String ID = "room";

  private static final UserData.TypedKey<Session> SESSION = new UserData.TypedKey<>("session");

  private final RoomRegistry registry;
  private final RoomAccess access;
  private final History history;
  private final Presence presence;
  private final Sessions sessions;
  private final Posting posting;
  private final TokenRenewal renewal;
  private final FrameCodec codec;
  private final MessagingConfig.Socket config;
  private final ExecutorService virtualThreads;

  RoomSocket(
      RoomRegistry registry,
      RoomAccess access,
      History history,
      Presence presence,
      Sessions sessions,
      Posting posting,
      TokenRenewal renewal,
      FrameCodec codec,
      MessagingConfig config,
      @VirtualThreads ExecutorService virtualThreads) {
    this.registry = registry;
    this.access = access;
    this.history = history;
    this.presence = presence;
    this.sessions = sessions;
    this.posting = posting;
    this.renewal = renewal;
    this.codec = codec;
    this.config = config.socket();
    this.virtualThreads = virtualThreads;
  }

  @OnOpen
  @RunOnVirtualThread
  void onOpen(WebSocketConnection connection) {
    Admission admission = connection.userData().get(Admission.KEY);
    Session session =
        new Session(
            connection,
            admission.roomId(),
            admission.caller(),
            admission.granted(),
            config.outboundLimit());
    connection.userData().put(SESSION, session);
    sessions.add(session);
    try {
      enter(session, admission);
    } catch (WriteFailure e) {
      // The store has gone away since the upgrade: another pod, or a later try, will do better.
      session.close(CloseCode.DRAINING);
    }
  }

  private void enter(Session session, Admission admission) {
    long delivered =
        registry.join(session.roomId(), session, () -> history.lastSequence(session.roomId()));
    if (stillAllowed(session)) {
      session.markPresent();
      presence.joined(session.roomId(), session.user());
      start(session, admission, delivered);
    }
  }

  /**
   * Asked again now that the session hears of changes: between the first answer and now none was
   * heard.
   */
  private boolean stillAllowed(Session session) {
    return switch (access.check(session.roomId(), session.caller())) {
      case Access.Granted granted -> {
        session.granted(granted);
        yield true;
      }
      case Access.NotMember() -> refuse(session, CloseCode.NOT_A_MEMBER);
      case Access.NoSuchRoom() -> refuse(session, CloseCode.ROOM_DELETED);
      case Access.Unknown() -> refuse(session, CloseCode.DRAINING);
    };
  }

  private static boolean refuse(Session session, CloseCode code) {
    session.close(code);
    return false;
  }

  /** Sends the welcome, then what a resuming client has missed, then whatever is live. */
  private void start(Session session, Admission admission, long delivered) {
    long after = admission.after().orElse(delivered);
    long last = after > delivered ? history.lastSequence(session.roomId()) : delivered;
    if (after > last || last - after > config.replayLimit()) {
      session.goLive(welcome(session, last), List.of(resync(after, last)), last);
    } else {
      List<Frame> missed =
          last > after
              ? history.frames(session.roomId(), after, last, config.replayLimit())
              : List.of();
      session.goLive(welcome(session, last), missed, last);
    }
  }

  private String welcome(Session session, long last) {
    return codec.write(
        ServerFrame.welcome(
            session.roomId(),
            session.userId(),
            session.role(),
            last,
            presence.online(session.roomId()),
            session.connectionId()));
  }

  private Frame resync(long from, long last) {
    return new Frame(last, codec.write(ServerFrame.resync(from, last)));
  }

  @OnTextMessage
  Uni<Void> onText(WebSocketConnection connection, String text) {
    Session session = connection.userData().get(SESSION);
    if (session.ended()) {
      return Uni.createFrom().voidItem();
    }
    try {
      ClientFrame frame = codec.read(text);
      session.madeSense();
      return switch (frame) {
        case ClientFrame.Post post when post.fileId() != null ->
            onVirtualThread(() -> posting.post(session, post));
        case ClientFrame.Post post -> {
          posting.post(session, post);
          yield Uni.createFrom().voidItem();
        }
        case ClientFrame.RefreshToken(UUID clientMsgId, String token) ->
            onVirtualThread(() -> renewal.renew(session, clientMsgId, token));
        case ClientFrame.Ping() -> {
          session.send(codec.write(ServerFrame.pong()));
          yield Uni.createFrom().voidItem();
        }
      };
    } catch (FrameRefused refused) {
      session.send(codec.write(ServerFrame.error(refused)));
      if (refused.code() != Code.INVALID_FRAME) {
        session.madeSense();
      } else if (session.tooMuchNonsense()) {
        session.close(CloseCode.NOT_JSON);
      }
      return Uni.createFrom().voidItem();
    }
  }

  /** For what may block; the client's next frame waits for it. */
  private Uni<Void> onVirtualThread(Runnable task) {
    return Uni.createFrom().voidItem().emitOn(virtualThreads).invoke(task);
  }

  @OnPongMessage
  @NonBlocking
  void onPong(WebSocketConnection connection, Buffer data) {
    connection.userData().get(SESSION).pongReceived();
  }

  @OnClose
  @RunOnVirtualThread
  void onClose(WebSocketConnection connection) {
    Session session = connection.userData().remove(SESSION);
    if (session != null) {
      sessions.remove(session);
      registry.leave(session.roomId(), session);
      if (session.present()) {
        presence.left(session.roomId(), session.user());
      }
    }
  }
}
