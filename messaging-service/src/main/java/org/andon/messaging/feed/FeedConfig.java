package org.andon.messaging.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of feeds. */
@ConfigMapping(prefix = "andon.messaging.feed")
interface FeedConfig {
  /** At most one frame of a kind goes out per room in so long: nobody reads a faster counter. */
  @WithDefault("1s")
  Duration every();

  /** Code points of a message that a mention shows: two lines of a notification. */
  @WithDefault("140")
  int excerpt();
}
