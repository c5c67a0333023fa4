package org.andon.messaging.room;

import java.util.UUID;
import org.andon.contracts.RoomEvent;

/**
 * Hears, on every pod, of what happens in rooms, whichever pod it happened on; now and then twice.
 * No method may block.
 */
public interface RoomWatcher {
  /** Whether it wants to hear of what happens in the room. Asked for every event of every room. */
  boolean watches(UUID roomId);

  /**
   * Something durable has happened in a room that it watches.
   *
   * @param type the CloudEvents type
   * @param frame the JSON that clients get, in UTF-8
   */
  void happened(UUID roomId, String type, byte[] frame);

  /** A room, any room, or its members have changed; the projection knows already. */
  void changed(RoomEvent event);
}
