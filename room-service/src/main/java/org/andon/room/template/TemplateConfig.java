package org.andon.room.template;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of a template. */
@ConfigMapping(prefix = "andon.template")
interface TemplateConfig {
  /** People; as many as a room made from it may have besides the one who opens it. */
  @WithDefault("999")
  int maxMembers();

  /** Things to do; a longer list is none that is worked off in an incident. */
  @WithDefault("100")
  int maxChecklistItems();

  /** Locations of alarms; with a {@code *} one stands for a whole line. */
  @WithDefault("50")
  int maxAlarmLocations();
}
