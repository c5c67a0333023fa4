package org.andon.room.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** What people are told of, and for how long it is kept. */
@ConfigMapping(prefix = "andon.notification")
interface NotificationConfig {
  /** How long a notification is kept: a quarter, as long as anybody asks what they were told. */
  @WithDefault("90d")
  Duration keptFor();

  /** How often older ones are removed. */
  @WithDefault("1h")
  Duration removeEvery();

  /** Unread ones are counted so far; beyond it a number says no more than "many". */
  @WithDefault("100")
  int countedUpTo();

  /**
   * A field that stays beyond its limit is told of once in so long: a sensor reports every second.
   */
  @WithDefault("15m")
  Duration outOfBoundsEvery();

  /** What is heard of only after so long is no news any more: a backlog of Kafka. */
  @WithDefault("1d")
  Duration newsFor();

  /** The time zone of people who have set none: the plant's. */
  @WithDefault("Asia/Taipei")
  ZoneId timeZone();

  Escalation escalation();

  /** After how long without a response to an incident its people are told; none for never. */
  interface Escalation {
    /** A line stands: longer than it takes to walk to it. */
    @WithDefault("10m")
    Optional<Duration> critical();

    Optional<Duration> high();

    Optional<Duration> medium();

    Optional<Duration> low();

    /** How often unanswered incidents are looked for: far less than the times above. */
    @WithDefault("10s")
    Duration checkEvery();

    /** Older incidents are left alone: whoever waits for a day has found another way. */
    @WithDefault("1d")
    Duration notAfter();

    /** Incidents told of in one transaction, of a thousand people each at most. */
    @WithDefault("20")
    int batch();
  }
}
