package org.andon.messaging.room;

/** What frames that may be lost tell of. */
public enum EphemeralKind {
  USER_MOVED,
  PRESENCE,
  TYPING,
  READ
}
