package org.andon.messaging.presence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The frames that tell of presence; never stored. */
sealed interface PresenceFrame {
  /**
   * @param event {@code user_joined} or {@code user_left}
   */
  record UserMoved(
      String type, String event, UUID roomId, String userId, String displayName, Instant timestamp)
      implements PresenceFrame {}

  record Online(String type, UUID roomId, List<OnlineUser> online) implements PresenceFrame {}

  static PresenceFrame joined(UUID roomId, OnlineUser user, Instant at) {
    return new UserMoved("system", "user_joined", roomId, user.userId(), user.displayName(), at);
  }

  static PresenceFrame left(UUID roomId, OnlineUser user, Instant at) {
    return new UserMoved("system", "user_left", roomId, user.userId(), user.displayName(), at);
  }

  static PresenceFrame online(UUID roomId, List<OnlineUser> online) {
    return new Online("presence", roomId, online);
  }
}
