package org.andon.messaging.room;

import org.andon.contracts.RoomEvent;

/**
 * Told of every change of every room, by one pod of all: at least once, in the order of each room's
 * versions, when the projection knows it already. The next change waits until this one is dealt
 * with.
 */
public interface RoomChangeListener {
  /**
   * @param type the CloudEvents type; null if the event does not say
   */
  void changed(String type, RoomEvent event);
}
