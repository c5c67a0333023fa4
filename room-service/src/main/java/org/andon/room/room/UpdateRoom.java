package org.andon.room.room;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.andon.http.Text;

/**
 * What to change in a room; what is null stays. Empty text takes away what may be absent.
 *
 * @param fields all of them, in place of those there are
 * @param version the version the caller has seen; null to change whatever there is
 */
record UpdateRoom(
    @Text(max = 200, required = true, line = true) String title,
    IncidentType incidentType,
    Severity severity,
    @Text(max = 200, line = true) String location,
    @Text(max = 5_000) String description,
    @Text(max = 5_000) String rootCause,
    @Text(max = 5_000) String correctiveActions,
    @Text(max = 5_000) String preventiveActions,
    List<@NotNull @Valid ReadingField> fields,
    Long version) {}
