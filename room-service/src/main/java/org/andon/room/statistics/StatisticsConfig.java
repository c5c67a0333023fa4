package org.andon.room.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the figures. */
@ConfigMapping(prefix = "andon.statistics")
interface StatisticsConfig {
  /** What is looked at when nobody says from when: about a month, as reports do. */
  @WithDefault("30d")
  Duration defaultPeriod();

  /** Locations told apart, those with most rooms first: the field is free text. */
  @WithDefault("200")
  int maxLocations();
}
