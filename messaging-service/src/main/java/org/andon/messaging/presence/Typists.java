package org.andon.messaging.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.andon.messaging.room.RoomRegistry;

/**
 * Who is typing where. Every pod keeps its own end of it, so that an event lost between pods leaves
 * nobody typing for ever. Its lock keeps begin and end in order.
 */
@ApplicationScoped
public class Typists {
  private final PresenceTopic topic;
  private final LocalRooms rooms;
  private final RoomRegistry registry;
  private final TypingTimer timer;
  private final Duration endsAfter;
  private final Duration endsElsewhereAfter;

  Typists(PresenceTopic topic, LocalRooms rooms, RoomRegistry registry, PresenceConfig config) {
    PresenceConfig.Typing typing = config.typing();
    this.topic = topic;
    this.rooms = rooms;
    this.registry = registry;
    this.timer = new TypingTimer(typing.tellOthersEvery());
    this.endsAfter = typing.endsAfter();
    // Between two tellings the user may have gone on typing, which only their pod knows.
    this.endsElsewhereAfter =
        typing.endsAfter().plus(typing.tellOthersEvery()).plus(typing.grace());
  }

  /** A user of this pod types, or has stopped, as by posting what they wrote. Does not block. */
  public synchronized void typing(UUID roomId, String userId, boolean isTyping) {
    Seat typist = new Seat(roomId, userId);
    if (!isTyping) {
      end(typist, true);
      return;
    }
    Instant now = Instant.now();
    begin(typist, now.plus(endsAfter));
    if (timer.othersDue(typist, now)) {
      tellOthers(typist, true);
    }
  }

  /** The user's last socket on this pod was closed; they may go on typing on another. */
  synchronized void left(Seat typist) {
    if (timer.typesHere(typist)) {
      end(typist, true);
    }
  }

  /** A user of another pod types, or has stopped. */
  synchronized void heard(PresenceEvent.Typing event) {
    Seat typist = new Seat(event.roomId(), event.userId());
    if (!event.isTyping()) {
      end(typist, false);
    } else if (registry.isLive(event.roomId())) {
      begin(typist, Instant.now().plus(endsElsewhereAfter));
    }
  }

  /** Ends it for those who have not gone on. */
  synchronized void expire(Instant now) {
    timer.over(now).forEach(typist -> end(typist, timer.typesHere(typist)));
  }

  private void begin(Seat typist, Instant until) {
    if (timer.typed(typist, until)) {
      rooms.inform(EphemeralFrame.typing(typist, true), typist.userId());
    }
  }

  private void end(Seat typist, boolean tellOthers) {
    if (timer.stop(typist)) {
      rooms.inform(EphemeralFrame.typing(typist, false), typist.userId());
      if (tellOthers) {
        tellOthers(typist, false);
      }
    }
  }

  private void tellOthers(Seat typist, boolean isTyping) {
    topic.tell(new PresenceEvent.Typing(topic.pod(), typist.roomId(), typist.userId(), isTyping));
  }
}
