package org.andon.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A member of a room at its socket: sends, and checks every message that comes. */
final class Member extends SimpleChannelInboundHandler<TextWebSocketFrame> {
  final CompletableFuture<Member> joined = new CompletableFuture<>();

  private final Load load;
  private final Room room;
  private final int index;
  private final int[] nextOfSender;
  private final Queue<Long> unacknowledged = new ArrayDeque<>();
  private final UUID retryNamespace = UUID.randomUUID();

  private ChannelHandlerContext context;
  private long lastNumber = Frames.NO_NUMBER;
  private int sent;
  private long sentEver;
  private boolean leaving;

  Member(Load load, Room room, int index) {
    this.load = load;
    this.room = room;
    this.index = index;
    this.nextOfSender = new int[room.senderCount()];
  }

  boolean sends() {
    return index < room.senderCount();
  }

  Room room() {
    return room;
  }

  int index() {
    return index;
  }

  long lastNumber() {
    return lastNumber;
  }

  void beginPhase() {
    Arrays.fill(nextOfSender, 0);
    unacknowledged.clear();
    sent = 0;
  }

  void send(Phase phase, long due) {
    byte[] text = Mark.text(phase.id, index, sent++, due);
    unacknowledged.add(due);
    phase.sent(load.present(room));
    ByteBuf frame = Frames.message(nextClientMsgId(), text);
    var unused = context.writeAndFlush(new TextWebSocketFrame(frame), context.voidPromise());
  }

  /** Unique as the SPA's are, without asking the system for random bytes each time. */
  private UUID nextClientMsgId() {
    sentEver++;
    return new UUID(
        retryNamespace.getMostSignificantBits(),
        retryNamespace.getLeastSignificantBits() ^ sentEver);
  }

  /** Hangs up as a client does that loses its network. */
  void leave() {
    leaving = true;
    var unused = context.close();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext opened, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      context = opened;
      joined.complete(this);
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext from, TextWebSocketFrame frame) {
    byte[] bytes = load.inbox(frame.content());
    int length = frame.content().readableBytes();
    if (Frames.isMessage(bytes, length)) {
      received(bytes, length);
    } else if (Frames.isAck(bytes, length)) {
      acknowledged(load.phase());
    } else if (Frames.isError(bytes, length)) {
      load.phase().refused++;
      unacknowledged.remove();
    } else {
      // A stored system message takes a number too.
      lastNumber = Math.max(lastNumber, Frames.sequenceNumber(bytes, length));
    }
  }

  private void acknowledged(Phase phase) {
    long now = System.nanoTime();
    phase.acked(unacknowledged.remove(), now);
    boolean again =
        switch (phase.pace) {
          case Pace.Window window -> phase.isSending(now);
          case Pace.Count count -> sent < count.messages();
          case Pace.Rate rate -> false;
        };
    if (again) {
      send(phase, now);
    }
  }

  private void received(byte[] bytes, int length) {
    Phase phase = load.phase();
    long number = Frames.sequenceNumber(bytes, length);
    if (number != Frames.NO_NUMBER) {
      if (lastNumber != Frames.NO_NUMBER && number > lastNumber + 1) {
        phase.skipped++;
      }
      lastNumber = Math.max(lastNumber, number);
    }
    Mark mark = load.mark();
    if (!mark.read(bytes, length) || mark.phase != phase.id) {
      phase.repeated++;
      return;
    }
    int next = nextOfSender[mark.sender];
    if (mark.number < next) {
      phase.repeated++;
      return;
    }
    phase.skipped += mark.number - next;
    nextOfSender[mark.sender] = mark.number + 1;
    phase.delivered(mark.due, System.nanoTime());
  }

  @Override
  public void channelInactive(ChannelHandlerContext closed) {
    if (!joined.completeExceptionally(new LoadFailure("the socket was closed before it was open"))
        && !leaving) {
      load.closed();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext failing, Throwable cause) {
    joined.completeExceptionally(cause);
    var unused = failing.close();
  }
}
