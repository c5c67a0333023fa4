package org.andon.messaging.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.andon.contracts.IncidentRoom;

/**
 * A room with an incident that goes on.
 *
 * @param line the same for all rooms of a line, however its location was typed
 * @param location null for none
 */
record OpenRoom(
    UUID roomId,
    String line,
    String location,
    String title,
    String severity,
    String status,
    Instant openedAt,
    long lastSequenceNumber,
    List<IncidentRoom.ChecklistItem> openItems) {}
