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

/**
 * The sockets of rooms and of users' feeds. One endpoint for both: of two, the one for any room
 * would answer for "me" as well.
 */
@WebSocket(
    path = "/ws/{" + ClientSocket.PLACE + "}",
    endpointId = ClientSocket.ID,
    // In order all the same: a client's inbox sees to that, and lets pongs pass.
    inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class ClientSocket {
  static final String ID = "client";

  /** A room's id, or {@link #FEED}. */
  static final String PLACE = "room_id";

  static final String FEED = "me";

  private static final UserData.TypedKey<Client> CLIENT = new UserData.TypedKey<>("client");

  private final RoomDoor door;
  private final FeedDoor feedDoor;
  private final FrameHandler frames;
  private final FrameIntake intake;
  private final SocketMeters meters;
  private final MessagingConfig.Socket config;
  private final ExecutorService virtualThreads;

  ClientSocket(
      RoomDoor door,
      FeedDoor feedDoor,
      FrameHandler frames,
      FrameIntake intake,
      SocketMeters meters,
      MessagingConfig config,
      @VirtualThreads ExecutorService virtualThreads) {
    this.virtualThreads = virtualThreads;
    this.door = door;
    this.feedDoor = feedDoor;
    this.frames = frames;
    this.intake = intake;
    this.meters = meters;
    this.config = config.socket();
  }

  @OnOpen
  @NonBlocking
  void onOpen(WebSocketConnection connection) {
    Admission admitted = connection.userData().get(Admission.KEY);
    if (!Outbound.possible(admitted.connection())) {
      connection.close().subscribe().with(closed -> {}, gone -> {});
      return;
    }
    switch (admitted) {
      case Admission.ToRoom admission -> {
        Session session = new Session(connection, admission, config, meters, frames::handle);
        begin(connection, session, () -> door.enter(session, admission.after()));
      }
      case Admission.ToFeed admission -> {
        FeedSession session =
            new FeedSession(connection, admission, config, meters, feedDoor::handle);
        begin(connection, session, () -> feedDoor.enter(session));
      }
    }
  }

  private void begin(WebSocketConnection connection, Client client, Runnable entering) {
    connection.userData().put(CLIENT, client);
    client.begin(CompletableFuture.runAsync(entering, virtualThreads));
  }

  @OnTextMessage
  @NonBlocking
  void onText(WebSocketConnection connection, String text) {
    Client client = connection.userData().get(CLIENT);
    if (client != null) {
      intake.take(client, text);
    }
  }

  @OnPongMessage
  @NonBlocking
  void onPong(WebSocketConnection connection, Buffer data) {
    Client client = connection.userData().get(CLIENT);
    if (client != null) {
      client.pongReceived();
    }
  }

  @OnClose
  @RunOnVirtualThread
  void onClose(WebSocketConnection connection) {
    switch (connection.userData().remove(CLIENT)) {
      case Session session -> session.afterEntering(() -> door.leave(session));
      case FeedSession session -> session.afterEntering(() -> feedDoor.leave(session));
      case null -> {}
    }
  }
}
