package org.andon.room.room;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * One thing to do in a room; its id is the key it is kept under.
 *
 * @param position its place in the list, from 0
 * @param doneBy who did it, null as long as it is open; as {@code doneAt}
 */
@Embeddable
record ChecklistItem(int position, String text, String doneBy, Instant doneAt) {

  boolean isDone() {
    return doneAt != null;
  }

  ChecklistItem done(String userId, Instant now) {
    return new ChecklistItem(position, text, userId, now);
  }

  ChecklistItem open() {
    return new ChecklistItem(position, text, null, null);
  }
}
