package org.andon.room.notification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why somebody is told. */
enum Kind {
  @JsonProperty("mention")
  MENTION,
  @JsonProperty("assignment")
  ASSIGNMENT,
  @JsonProperty("out_of_bounds")
  OUT_OF_BOUNDS,
  @JsonProperty("escalation")
  ESCALATION
}
