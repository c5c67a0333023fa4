package org.andon.room.alarm;

import java.util.UUID;

/** What an alarm's end has met. */
sealed interface Cleared {
  /** The alarm, which stands in this room. */
  record ToldIn(UUID roomId) implements Cleared {}

  /** No alarm yet; the end is kept for it. */
  record Early() implements Cleared {}

  /** An alarm that has ended before, or none that is expected. */
  record Nothing() implements Cleared {}
}
