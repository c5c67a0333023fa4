package org.andon.messaging.handover;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;

/**
 * A shift, as people call it; it lasts until the next one starts.
 *
 * @param startsAt by the schedule's time zone
 */
record Shift(String name, @JsonFormat(pattern = "HH:mm") LocalTime startsAt) {}
