package org.andon.messaging.presence;

import java.util.UUID;

/**
 * What pods tell each other of presence.
 *
 * @param pod who says it
 * @param roomId null for {@code ALIVE}, {@code HELLO} and {@code GONE}
 */
record PresenceEvent(Kind kind, String pod, UUID roomId, String userId, String displayName) {
  enum Kind {
    /** A user's first socket in the room on this pod was opened. */
    JOINED,
    /** A user's last socket in the room on this pod was closed. */
    LEFT,
    /** The pod lives. */
    ALIVE,
    /** The pod has just met others: they tell it who is with them. */
    HELLO,
    /** The pod stops; nobody is with it any more. */
    GONE
  }

  static PresenceEvent of(Kind kind, String pod) {
    return new PresenceEvent(kind, pod, null, null, null);
  }

  String key() {
    return roomId == null ? pod : roomId.toString();
  }
}
