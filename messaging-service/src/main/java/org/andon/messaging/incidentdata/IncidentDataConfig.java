package org.andon.messaging.incidentdata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of structured messages. */
@ConfigMapping(prefix = "andon.messaging.incident-data")
interface IncidentDataConfig {
  /** Comparisons in one question: more than a form has fields. */
  @WithDefault("10")
  int comparisons();

  /** Points of a series: a chart has no more pixels across. */
  @WithDefault("2000")
  int points();

  /** Numbers of one message that are kept for series; each costs its writer a row. */
  @WithDefault("100")
  int readingsPerMessage();
}
