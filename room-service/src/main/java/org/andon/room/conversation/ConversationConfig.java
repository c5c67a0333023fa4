package org.andon.room.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are heard. */
@ConfigMapping(prefix = "andon.conversation")
interface ConversationConfig {
  /**
   * How far the clock of whoever wrote may be ahead of ours; a room would else lead all lists until
   * that time has come, and beyond its own range PostgreSQL takes no time at all.
   */
  @WithDefault("1h")
  Duration aheadAtMost();
}
