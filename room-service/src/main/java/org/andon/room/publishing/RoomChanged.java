package org.andon.room.publishing;

import org.andon.contracts.RoomEvent;
import org.andon.outbox.EventWritten;

/**
 * Fired inside a transaction that has logged a change; seen by the publisher once committed. Who
 * observes it within the transaction writes what becomes true with it.
 */
public record RoomChanged(ChangeType type, RoomEvent event) implements EventWritten {}
