package org.andon.room.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When notifications are pushed, and how often one is tried. */
@ConfigMapping(prefix = "andon.notification.push")
interface PushQueueConfig {
  /** How often is looked for what is due: somebody is to look up from their work at once. */
  @WithDefault("2s")
  Duration checkEvery();

  /** Messages taken in one go. */
  @WithDefault("100")
  int batch();

  /** Requests to push services at a time, of each pod; they are answered in tenths of a second. */
  @WithDefault("8")
  int concurrency();

  /** What could not be delivered in so long is no news any more: half a shift. */
  @WithDefault("4h")
  Duration deliveredWithin();

  /** How often one message is tried: with doubled waits some two hours. */
  @WithDefault("10")
  int attempts();

  /** How long after the first failure it is tried again; doubled each time. */
  @WithDefault("15s")
  Duration retryAfter();

  /**
   * After how long another pod takes over what one has begun to send; longer than a slow push
   * service takes for a batch.
   */
  @WithDefault("5m")
  Duration takenOverAfter();
}
