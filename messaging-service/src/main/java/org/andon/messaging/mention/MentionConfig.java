package org.andon.messaging.mention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of looking up members' names. */
@ConfigMapping(prefix = "andon.messaging.mention")
interface MentionConfig {
  /**
   * Members of a room whose names are asked for while somebody waits for their message: the rest of
   * a larger room is asked for with the next one.
   */
  @WithDefault("50")
  int askAtOnce();

  /** How long such a message waits; names that come later are not found in it. */
  @WithDefault("1500ms")
  Duration askTimeout();

  /** How long a name is believed, or that there is none: people marry, and are hired. */
  @WithDefault("1h")
  Duration askAgainAfter();
}
