package org.andon.room.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are heard. */
@ConfigMapping(prefix = "andon.conversation")
interface ConversationConfig {
  /** Rooms known to have been responded to, 100 bytes each; their messages need not be read. */
  @WithDefault("50000")
  int rememberedRooms();

  /**
   * How far the clock of whoever wrote may be ahead of ours; a room would else lead all lists until
   * that time has come, and beyond its own range PostgreSQL takes no time at all.
   */
  @WithDefault("1h")
  Duration aheadAtMost();
}
