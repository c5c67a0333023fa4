package org.andon.room.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/** Where an incident stands. */
enum RoomStatus {
  @JsonProperty("active")
  ACTIVE,
  @JsonProperty("resolved")
  RESOLVED,
  @JsonProperty("archived")
  ARCHIVED;

  private Set<RoomStatus> next() {
    return switch (this) {
      case ACTIVE -> Set.of(RESOLVED);
      case RESOLVED -> Set.of(ACTIVE, ARCHIVED);
      case ARCHIVED -> Set.of();
    };
  }

  boolean mayBecome(RoomStatus status) {
    return next().contains(status);
  }
}
