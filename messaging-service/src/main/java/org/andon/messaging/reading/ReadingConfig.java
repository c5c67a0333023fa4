package org.andon.messaging.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of reading. */
@ConfigMapping(prefix = "andon.messaging.reading")
interface ReadingConfig {
  /** Unread messages of a room are counted up to here: beyond it people read "999+". */
  @WithDefault("1000")
  int countLimit();

  /**
   * Positions are gathered for so long between two commits: a room where everybody reads along
   * would else tell everybody of everybody with every message.
   */
  @WithDefault("250ms")
  Duration writeEvery();

  /** How long to wait before positions are tried again that the database did not take. */
  @WithDefault("1s")
  Duration retryAfter();
}
