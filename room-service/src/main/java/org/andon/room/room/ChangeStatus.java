package org.andon.room.room;

import jakarta.validation.constraints.NotNull;
import org.andon.http.Text;

/**
 * The next step of an incident.
 *
 * @param resolutionNotes what was done; needed to resolve, else without meaning
 */
record ChangeStatus(@NotNull RoomStatus status, @Text(max = 5_000) String resolutionNotes) {}
