package org.andon.messaging.gateway;

import io.quarkus.virtual.threads.VirtualThreads;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.andon.messaging.MessagingConfig;

/** The socket of a room. */
@WebSocket(
    path = "/ws/{room_id}",
    endpointId = RoomSocket.ID,
    // In order all the same: a session's inbox sees to that, and lets pongs pass.
    inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class RoomSocket {
  static final String ID = "room";

  private static final UserData.TypedKey<Session> SESSION = new UserData.TypedKey<>("session");

  private final RoomDoor door;
  private final FrameHandler frames;
  private final MessagingConfig.Socket config;
  private final ExecutorService virtualThreads;

  RoomSocket(
      RoomDoor door,
      FrameHandler frames,
      MessagingConfig config,
      @VirtualThreads ExecutorService virtualThreads) {
    this.virtualThreads = virtualThreads;
    this.door = door;
    this.frames = frames;
    this.config = config.socket();
  }

  @OnOpen
  @NonBlocking
  void onOpen(WebSocketConnection connection) {
    Admission admission = connection.userData().get(Admission.KEY);
    Session session = new Session(connection, admission, config, frames::handle);
    connection.userData().put(SESSION, session);
    session.begin(
        CompletableFuture.runAsync(() -> door.enter(session, admission.after()), virtualThreads));
  }

  @OnTextMessage
  @NonBlocking
  void onText(WebSocketConnection connection, String text) {
    Session session = connection.userData().get(SESSION);
    if (session != null) {
      frames.take(session, text);
    }
  }

  @OnPongMessage
  @NonBlocking
  void onPong(WebSocketConnection connection, Buffer data) {
    Session session = connection.userData().get(SESSION);
    if (session != null) {
      session.pongReceived();
    }
  }

  @OnClose
  @RunOnVirtualThread
  void onClose(WebSocketConnection connection) {
    Session session = connection.userData().remove(SESSION);
    if (session != null) {
      door.leave(session);
    }
  }
}
