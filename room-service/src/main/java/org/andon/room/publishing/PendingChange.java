package org.andon.room.publishing;

import java.time.Instant;
import java.util.UUID;

/**
 * A committed change that is not known to be on Kafka yet.
 *
 * @param event the JSON of a {@link org.andon.contracts.RoomEvent}
 */
record PendingChange(UUID roomId, long version, String type, Instant changedAt, String event) {}
