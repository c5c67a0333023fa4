package org.andon.messaging.gateway;

import io.netty.buffer.ByteBuf;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.operation.Standing;
import org.andon.messaging.presence.OnlineUser;
import org.andon.messaging.room.Access;
import org.andon.messaging.room.Frame;
import org.andon.messaging.room.FrameBatch;
import org.andon.messaging.room.Role;
import org.andon.messaging.room.RoomSnapshot;
import org.andon.messaging.room.Subscriber;
import org.andon.messaging.wire.TextFrames;

/**
 * One client's socket in one room: what it may do, what it has been sent, and what still waits for
 * it.
 */
final class Session extends Client implements Subscriber {
  private final BiFunction<Session, String, CompletionStage<Void>> handler;
  private final SocketMeters meters;
  private final UUID roomId;

  private volatile Role role;
  private volatile boolean archived;
  private volatile boolean present;

  /** Live frames that wait until the replay before them has been sent; null from then on. */
  private List<Frame> held = new ArrayList<>();

  private long heldBytes;
  private long lastSent;
  private long roomVersion;

  /**
   * @param handler what is done with a frame, as {@link Inbox} says
   */
  Session(
      WebSocketConnection connection,
      Admission.ToRoom admission,
      MessagingConfig.Socket config,
      SocketMeters meters,
      BiFunction<Session, String, CompletionStage<Void>> handler) {
    super(connection, admission.connection(), admission.caller(), config, meters);
    this.handler = handler;
    this.meters = meters;
    this.roomId = admission.roomId();
    this.role = admission.granted().role();
    this.archived = admission.granted().archived();
    this.roomVersion = admission.granted().version();
  }

  @Override
  CompletionStage<Void> handle(String frame) {
    return handler.apply(this, frame);
  }

  UUID roomId() {
    return roomId;
  }

  OnlineUser user() {
    return new OnlineUser(userId(), caller().displayName());
  }

  Role role() {
    return role;
  }

  Standing standing() {
    return new Standing(roomId, caller(), role, archived);
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
    outbound().writeNow(frames.from(0));
    frames.release();
  }

  @Override
  public void deliver(FrameBatch frames) {
    if (closing()) {
      return;
    }
    if (held != null) {
      hold(frames.frames());
    } else if (frames.lastNumber() > lastSent && takesMore(frames.size())) {
      ByteBuf fresh = frames.after(lastSent);
      meters.delivered(frames.countAfter(lastSent));
      lastSent = frames.lastNumber();
      outbound().writeNow(fresh);
    }
  }

  private void hold(List<Frame> frames) {
    for (Frame frame : frames) {
      heldBytes += frame.json().length;
    }
    if (heldBytes > outboundLimit()) {
      close(CloseCode.TOO_SLOW);
    } else {
      held.addAll(frames);
    }
  }

  @Override
  public boolean inform(TextFrames frame) {
    if (closing() || held != null) {
      // Nobody there, or not yet: the welcome tells what is so.
      return true;
    }
    if (outbound().waiting() >= outboundLimit() / 4) {
      return false;
    }
    outbound().writeSoon(frame.from(0));
    return true;
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
      room.roleOf(userId()).ifPresentOrElse(now -> role = now, () -> close(CloseCode.NOT_A_MEMBER));
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
}
