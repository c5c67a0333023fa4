package org.andon.room.room;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What went wrong. */
public enum IncidentType {
  @JsonProperty("equipment_failure")
  EQUIPMENT_FAILURE,
  @JsonProperty("material_shortage")
  MATERIAL_SHORTAGE,
  @JsonProperty("quality_issue")
  QUALITY_ISSUE,
  @JsonProperty("safety")
  SAFETY,
  @JsonProperty("other")
  OTHER;
}
