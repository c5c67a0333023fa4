package org.andon.messaging.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.message.History;
import org.andon.messaging.message.Replay;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.presence.Presence;
import org.andon.messaging.room.Access;
import org.andon.messaging.room.Frame;
import org.andon.messaging.room.RoomAccess;
import org.andon.messaging.room.RoomRegistry;

/** Brings sessions into their room and out again: first what they missed, then what is live. */
@ApplicationScoped
class RoomDoor {
  private final RoomRegistry registry;
  private final RoomAccess access;
  private final History history;
  private final Replay replay;
  private final Presence presence;
  private final Sessions sessions;
  private final FrameCodec codec;
  private final int replayLimit;
  private final long replayBytes;

  RoomDoor(
      RoomRegistry registry,
      RoomAccess access,
      History history,
      Replay replay,
      Presence presence,
      Sessions sessions,
      FrameCodec codec,
      MessagingConfig config) {
    this.registry = registry;
    this.access = access;
    this.history = history;
    this.replay = replay;
    this.presence = presence;
    this.sessions = sessions;
    this.codec = codec;
    this.replayLimit = config.socket().replayLimit();
    this.replayBytes = config.socket().outboundLimit().asLongValue() / 2;
  }

  /**
   * Blocks for a few look-ups.
   *
   * @param after the number the client has everything up to, if it resumes
   */
  void enter(Session session, Optional<Long> after) {
    sessions.add(session);
    try {
      long delivered =
          registry.join(session.roomId(), session, () -> history.lastSequence(session.roomId()));
      if (stillAllowed(session)) {
        session.markPresent();
        presence.joined(session.roomId(), session.user());
        start(session, after.orElse(delivered), delivered);
      }
    } catch (WriteFailure e) {
      // The store has gone away since the upgrade: another pod, or a later try, will do better.
      session.close(CloseCode.DRAINING);
    }
  }

  void leave(Session session) {
    sessions.remove(session);
    registry.leave(session.roomId(), session);
    if (session.present()) {
      presence.left(session.roomId(), session.user());
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

  private void start(Session session, long after, long delivered) {
    long last = after > delivered ? history.lastSequence(session.roomId()) : delivered;
    if (after > last || last - after > replayLimit) {
      session.goLive(welcome(session, last), List.of(resync(after, last)), last);
    } else {
      List<Frame> missed =
          last > after ? replay.frames(session.roomId(), after, last, replayLimit) : List.of();
      // What a client could not take at once would cost it the socket: it loads history instead.
      session.goLive(
          welcome(session, last),
          bytes(missed) > replayBytes ? List.of(resync(after, last)) : missed,
          last);
    }
  }

  private static long bytes(List<Frame> frames) {
    return frames.stream().mapToLong(frame -> frame.json().length).sum();
  }

  private byte[] welcome(Session session, long last) {
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
    return new Frame(last, System.currentTimeMillis(), codec.write(ServerFrame.resync(from, last)));
  }
}
