package org.andon.room.room;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of a room. */
@ConfigMapping(prefix = "andon.room")
interface RoomConfig {
  /** People in one room; every room event carries them all, and should stay far below 1 MB. */
  @WithDefault("1000")
  int maxMembers();
}
