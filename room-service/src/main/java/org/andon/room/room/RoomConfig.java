package org.andon.room.room;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of a room. */
@ConfigMapping(prefix = "andon.room")
interface RoomConfig {
  /** People in one room; every room event carries them all, and should stay far below 1 MB. */
  @WithDefault("1000")
  int maxMembers();

  /** Expected readings of one room or template; more is no form that is filled in standing. */
  @WithDefault("30")
  int maxFields();

  /**
   * Up to how many rooms of a user are looked up one by one for a list, some 3 µs each; beyond it
   * PostgreSQL chooses, and will mostly go through all rooms in the list's order.
   */
  @WithDefault("4000")
  int lookUpMemberships();

  /**
   * How long after the first page of a list all others show the rooms at the places they had then;
   * longer than anybody scrolls. After it, the list has to be read from its first page again.
   */
  @WithDefault("1h")
  Duration exactPagesFor();

  /** How often places are forgotten that nobody asks for any more. */
  @WithDefault("5m")
  Duration forgetMovesEvery();
}
