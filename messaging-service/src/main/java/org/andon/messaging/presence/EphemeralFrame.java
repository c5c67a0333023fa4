package org.andon.messaging.presence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The frames that tell what is so now; never stored. */
sealed interface EphemeralFrame {
  UUID roomId();

  /**
   * @param event {@code user_joined} or {@code user_left}
   */
  record UserMoved(
      String type, String event, UUID roomId, String userId, String displayName, Instant timestamp)
      implements EphemeralFrame {}

  record Online(String type, UUID roomId, List<OnlineUser> online) implements EphemeralFrame {}

  record Typing(String type, UUID roomId, String userId, boolean isTyping)
      implements EphemeralFrame {}

  record Read(String type, UUID roomId, String userId, long sequenceNumber)
      implements EphemeralFrame {}

  static EphemeralFrame joined(Place place) {
    return moved("user_joined", place);
  }

  static EphemeralFrame left(Place place) {
    return moved("user_left", place);
  }

  private static EphemeralFrame moved(String event, Place place) {
    OnlineUser user = place.user();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new UserMoved("system", event, place.roomId(), user.userId(), user.displayName(), now);
  }

  static EphemeralFrame online(UUID roomId, List<OnlineUser> online) {
    return new Online("presence", roomId, online);
  }

  static EphemeralFrame typing(Seat typist, boolean isTyping) {
    return new Typing("typing", typist.roomId(), typist.userId(), isTyping);
  }

  static EphemeralFrame read(Seat reader, long sequenceNumber) {
    return new Read("read", reader.roomId(), reader.userId(), sequenceNumber);
  }
}
