package org.andon.room.publishing;

import java.util.UUID;
import org.andon.outbox.CloudEvent;
import org.andon.outbox.PendingEvent;

/**
 * A committed change that is not known to be on Kafka yet.
 *
 * @param event tells of it as a {@link org.andon.contracts.RoomEvent}
 */
record PendingChange(UUID roomId, long version, CloudEvent event) implements PendingEvent {
  @Override
  public String key() {
    return roomId.toString();
  }
}
