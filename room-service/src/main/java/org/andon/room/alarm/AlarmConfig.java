package org.andon.room.alarm;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of alarms. */
@ConfigMapping(prefix = "andon.alarm")
interface AlarmConfig {
  /** A longer record is no alarm: a hundred readings take a tenth of it. */
  @WithDefault("64K")
  MemorySize maxRecord();

  /** For how long an alarm is known again, and may be cleared. Kafka keeps records for a week. */
  @WithDefault("90d")
  Duration remembered();

  /** How often those before are forgotten. */
  @WithDefault("1h")
  Duration forgetEvery();
}
