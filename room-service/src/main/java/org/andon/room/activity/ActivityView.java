package org.andon.room.activity;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * One change of a room.
 *
 * @param version the room's version after it
 * @param event {@code room_created}, {@code room_updated}, {@code room_status_changed}, {@code
 *     member_added}, {@code member_removed}, {@code role_changed}, {@code ownership_transferred},
 *     {@code alarm_raised} or {@code alarm_cleared}, as the room's system messages call it
 * @param changedBy user id
 * @param from the changed fields before, an object; empty where there was nothing
 * @param to the changed fields after
 */
record ActivityView(
    long version,
    String event,
    String changedBy,
    Instant changedAt,
    @JsonRawValue String from,
    @JsonRawValue String to) {}
