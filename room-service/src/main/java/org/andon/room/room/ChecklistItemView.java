package org.andon.room.room;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing to do in a room.
 *
 * @param doneBy user id; null as long as it is open, as {@code doneAt}
 */
public record ChecklistItemView(
    UUID itemId, String text, boolean done, String doneBy, Instant doneAt) {

  static ChecklistItemView of(UUID itemId, ChecklistItem item) {
    return new ChecklistItemView(itemId, item.text(), item.isDone(), item.doneBy(), item.doneAt());
  }
}
