package org.andon.room.notification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When mails go out. */
enum Digest {
  @JsonProperty("off")
  OFF,
  @JsonProperty("at_once")
  AT_ONCE,
  @JsonProperty("hourly")
  HOURLY,
  @JsonProperty("shift_end")
  SHIFT_END
}
