package org.andon.room.room;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How bad it is, mildest first. */
public enum Severity {
  @JsonProperty("low")
  LOW,
  @JsonProperty("medium")
  MEDIUM,
  @JsonProperty("high")
  HIGH,
  @JsonProperty("critical")
  CRITICAL;
}
