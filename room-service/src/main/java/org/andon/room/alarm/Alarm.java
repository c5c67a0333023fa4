package org.andon.room.alarm;

import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.Map;
import org.andon.http.Text;
import org.andon.room.room.Severity;

/**
 * An alarm that has been looked at.
 *
 * @param severity null for that of the template
 * @param readings plain values by name
 */
record Alarm(
    @NotNull @Text(max = 200, required = true, line = true) String alarmId,
    @NotNull @Text(max = 200, required = true, line = true) String location,
    Severity severity,
    @NotNull @Text(max = 2_000, required = true) String text,
    Map<String, Object> readings) {

  /** As the room is told of it. */
  Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("alarm_id", alarmId);
    if (severity != null) {
      told.put("severity", severity);
    }
    told.put("text", text.strip());
    if (!readings.isEmpty()) {
      told.put("readings", readings);
    }
    return told;
  }
}
