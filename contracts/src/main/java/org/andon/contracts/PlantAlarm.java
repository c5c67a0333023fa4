package org.andon.contracts;

import java.util.Map;

/**
 * An alarm of a plant system, on {@link TopicNames#ALARMS}: {@link #RAISED}, and {@link #CLEARED}
 * once its cause is gone.
 *
 * @param alarmId the occurrence's own id, by which repeats are known, and which is cleared
 * @param location as rooms have it
 * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}; null for that of
 *     the template
 * @param text what is wrong
 * @param readings values by name: numbers, text, true or false; null for none
 */
public record PlantAlarm(
    String alarmId, String location, String severity, String text, Map<String, Object> readings) {
  public static final String RAISED = "plant.alarm.raised";
  public static final String CLEARED = "plant.alarm.cleared";
}
